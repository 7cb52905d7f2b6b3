import { Module } from '@nestjs/common';
import { BoardGateway } from './board.gateway.js';
import { HealthController } from './health.controller.js';

@Module({ controllers: [HealthController], providers: [BoardGateway] })
export class AppModule {}

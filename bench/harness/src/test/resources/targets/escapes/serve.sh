setsid sleep 1001 &
(setsid sh -c 'trap "" TERM; sleep 1002 & wait' &)
exec "$1" -Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp ../.. org.boardbench.sut.process.SpecimenServer "$2" 200

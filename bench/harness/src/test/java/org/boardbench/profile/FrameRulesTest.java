package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.boardbench.results.row.ProfileCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRulesTest {
  @Test
  void theInnermostFrameThatARuleFitsDecides() {
    FrameRules rules =
        FrameRules.parse(
            """
            # a comment
            frame parsing json.
            frame application app.
            """);

    assertThat(rules.ofStack(List.of("app.Board.publish", "java.util.HashMap.get")))
        .isEqualTo(ProfileCategory.APPLICATION);
    assertThat(rules.ofStack(List.of("app.Board.publish", "json.Parser.next")))
        .isEqualTo(ProfileCategory.PARSING);
    assertThat(rules.ofStack(List.of("other.Thing.run"))).isEqualTo(ProfileCategory.UNATTRIBUTED);
    assertThat(rules.ofStack(List.of())).isEqualTo(ProfileCategory.UNATTRIBUTED);
  }

  @Test
  void theFirstRuleThatFitsAFrameHolds() {
    FrameRules rules = FrameRules.parse("frame send-path net.*rite\nframe receive-path net.\n");

    assertThat(rules.ofStack(List.of("net.Socket.doWrite"))).isEqualTo(ProfileCategory.SEND_PATH);
    assertThat(rules.ofStack(List.of("net.Socket.read"))).isEqualTo(ProfileCategory.RECEIVE_PATH);
  }

  @Test
  void aThreadMayBeLeftToTheProfiler() {
    FrameRules rules = FrameRules.parse("thread sampled (main)\nthread other-threads *\n");

    assertThat(rules.ofThread("(main)")).isEmpty();
    assertThat(rules.ofThread("libuv-worker")).contains(ProfileCategory.OTHER_THREADS);
  }

  @Test
  void aLineThatIsNoRuleIsRefused() {
    assertThatThrownBy(() -> FrameRules.parse("frame nowhere a.")).hasMessageContaining("nowhere");
    assertThatThrownBy(() -> FrameRules.parse("frame parsing")).hasMessageContaining("no rule");
    assertThatThrownBy(() -> FrameRules.parse("stack parsing a.")).hasMessageContaining("no rule");
  }

  @ParameterizedTest
  @CsvSource({
    "java.rules, C2 CompilerThre, jit",
    "java.rules, GC Thread#1, collector",
    "java.rules, G1 Service, collector",
    "java.rules, JFR Recorder Th, other-threads",
    "node.rules, V8Worker, collector",
    "node.rules, libuv-worker, other-threads"
  })
  void knowsTheThreadsOfRuntimes(String rules, String thread, String category) {
    assertThat(FrameRules.of(List.of(rules)).ofThread(thread).map(ProfileCategory::key))
        .contains(category);
  }

  @ParameterizedTest
  @CsvSource({
    "java.rules, java.lang.Thread.run|org.boardbench.springwebsocket.OutboxMember.sendAll"
        + "|org.apache.tomcat.websocket.WsRemoteEndpointImplBase.sendText"
        + "|sun.nio.ch.SocketDispatcher.write0, kernel-network",
    "java.rules, org.boardbench.springwebsocket.OutboxMember.sendAll"
        + "|org.springframework.web.socket.adapter.standard.StandardWebSocketSession.sendTextMessage"
        + "|java.nio.HeapByteBuffer.put, send-path",
    "java.rules, org.apache.tomcat.websocket.WsFrameBase.processDataText"
        + "|org.apache.tomcat.util.buf.Utf8Decoder.decodeLoop, receive-path",
    "java.rules, org.boardbench.springwebsocket.BoardMessage$Reader.read"
        + "|tools.jackson.core.json.ReaderBasedJsonParser.nextToken|java.lang.String.hashCode, parsing",
    "java.rules, org.boardbench.springwebsocket.OutboxMember.sendAll"
        + "|java.util.concurrent.LinkedBlockingQueue.take|jdk.internal.misc.Unsafe.park, wake-ups",
    "java.rules, org.boardbench.springwebsocket.Boards.publish|java.util.HashMap.get, application",
    "node.rules, node_modules/ws/lib/sender.js:sendFrame|native:writev, kernel-network",
    "node.rules, node_modules/ws/lib/receiver.js:getData|messages.js:parseMessage"
        + "|messages.js:parseJson, parsing",
    "node.rules, boards.js:publish|node_modules/ws/lib/sender.js:frame|node:buffer:alloc, send-path",
    "node.rules, native:(garbage collector), collector",
    "python.rules, member.py:_send_all|starlette/websockets.py:send_text"
        + "|uvicorn/protocols/websockets/websockets_sansio_impl.py:send, send-path",
    "python.rules, connection.py:receive|messages.py:parse_message|json/__init__.py:loads, parsing",
    "python.rules, (kernel), kernel-network",
    "kernel.rules, kernel:__x64_sys_epoll_wait|kernel:ep_poll|kernel:tcp_poll, wake-ups",
    "kernel.rules, kernel:ksys_write|kernel:tcp_sendmsg|kernel:__memcpy, kernel-network",
    "kernel.rules, kernel:tcp_sendmsg|kernel:sock_def_readable|kernel:ep_poll_callback"
        + "|kernel:try_to_wake_up|kernel:_raw_spin_unlock_irqrestore, wake-ups",
    "kernel.rules, native:write|kernel:asm_sysvec_reschedule_ipi, wake-ups",
    "kernel.rules, kernel:asm_exc_page_fault|kernel:handle_mm_fault, unattributed",
    "native.rules, main.(*board).publish|github.com/coder/websocket.(*Conn).writeFrame"
        + "|runtime.memmove, send-path",
    "native.rules, runtime.mcall|runtime.schedule|runtime.findRunnable, wake-ups"
  })
  void knowsTheFramesOfServers(String rules, String stack, String category) {
    assertThat(FrameRules.of(List.of(rules)).ofStack(List.of(stack.split("\\|"))).key())
        .isEqualTo(category);
  }
}

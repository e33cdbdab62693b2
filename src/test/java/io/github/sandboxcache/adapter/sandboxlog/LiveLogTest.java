package io.github.sandboxcache.adapter.sandboxlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sandboxlog.SandboxSession.Told;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a server says is in the ledger at once, and once. */
class LiveLogTest {
  private final MemoryLedger ledger = new MemoryLedger();
  private final SandboxSession session = SandboxSession.real(11, 300);
  private final List<byte[]> lines =
      Arrays.stream(new String(session.bytes(), ISO_8859_1).split("(?<=\n)", -1))
          .map(line -> line.getBytes(ISO_8859_1))
          .toList();

  private static LiveLog liveLog(FactRecorder recorder) {
    return new LiveLog(recorder, "wrap node", Clock.systemUTC());
  }

  @Test
  void itsFactsAreThoseOfTheSameLinesInAFile() throws IOException {
    LiveLog live = liveLog(ledger);
    lines.forEach(line -> live.accept(List.of(line)));
    assertThat(ledger.facts().stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(session.facts());

    new SandboxLogImport(ledger, Clock.systemUTC())
        .read(new ByteArrayInputStream(session.bytes()), "tee.log", _ -> {});
    assertThat(ledger.facts()).hasSameSizeAs(session.facts());
  }

  @Test
  void whatALockedLedgerRefusedIsTriedAgain() {
    AtomicBoolean locked = new AtomicBoolean(true);
    LiveLog live =
        liveLog(
            facts -> {
              if (locked.get()) {
                throw new UsageLedgerException("usage.db", new IOException("database is locked"));
              }
              return ledger.record(facts);
            });
    live.accept(lines);
    assertThat(ledger.facts()).isEmpty();

    locked.set(false);
    live.accept(List.of());

    assertThat(ledger.facts().stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(session.facts());
  }
}

package io.github.sandboxcache.adapter.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactIdentity;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lookups that the first version of this app kept as lines of JSON. They are taken over once;
 * the file then has another name. Two processes that do it at once take each lookup over once.
 *
 * @param file where they were kept
 */
public record OldLookups(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(OldLookups.class);

  private record Line(
      long timeMs, String language, String key, List<String> packages, boolean hit) {}

  /**
   * Takes them over, if there are any.
   *
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when they cannot be written; the file
   *     then stays for the next time
   */
  public void moveTo(FactRecorder recorder) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      int taken = recorder.record(facts(text));
      Path done = file.resolveSibling(file.getFileName() + ".imported");
      Files.move(file, done, StandardCopyOption.REPLACE_EXISTING);
      LOG.info("{} lookups of {} are in the ledger now", taken, file);
    } catch (NoSuchFileException _) {
      LOG.info("another process has taken {} over", file);
    } catch (IOException e) {
      LOG.warn("{} cannot be taken over; it is tried again at the next start", file, e);
    }
  }

  private List<UsageFact> facts(String text) {
    List<UsageFact> facts = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    int illegible = 0;
    // Made where there are old lookups: that is at one start and never again.
    ObjectMapper json = new ObjectMapper();
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      try {
        facts.add(fact(json, line, seen.merge(line, 1, Integer::sum)));
      } catch (JsonProcessingException | RuntimeException _) {
        illegible++;
      }
    }
    if (illegible > 0) {
      LOG.warn("{} lines of {} are not legible and do not count", illegible, file);
    }
    return facts;
  }

  private static UsageFact fact(ObjectMapper json, String text, int ordinal)
      throws JsonProcessingException {
    Line line = json.readValue(text, Line.class);
    CacheReference reference =
        CacheReference.of(new Language(line.language()), new CacheKey(line.key()));
    return UsageFact.of(
            Instant.ofEpochMilli(line.timeMs()),
            line.hit() ? FactKind.HIT : FactKind.MISS,
            reference,
            FactSource.app(""),
            FactIdentity.of("old lookup", text, String.valueOf(ordinal)))
        .withPackages(line.packages());
  }
}

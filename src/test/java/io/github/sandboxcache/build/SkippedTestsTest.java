package io.github.sandboxcache.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that must not skip tests fails when one was skipped, and when none ran. */
class SkippedTestsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");
  private static final String RAN = "<testcase classname='a.RanTest' name='one'/>";
  private static final String SKIPPED =
      "<testcase classname='a.OtherTest' name='two'><skipped message='no engine'/></testcase>";

  @TempDir Path reports;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void testsThatAllRanAreFine() throws Exception {
    report("TEST-a.RanTest.xml", RAN);
    assertThat(run("forbid")).isZero();
    assertThat(output()).contains("1 ran, 0 were skipped");
  }

  @Test
  void aSkippedTestIsToldWithItsReason() throws Exception {
    report("TEST-a.RanTest.xml", RAN + SKIPPED);
    assertThat(run("tell")).isZero();
    assertThat(output()).contains("1 ran, 1 were skipped", "1 skipped: no engine", "OtherTest (1)");
  }

  @Test
  void aSkippedTestFailsWhereItIsForbidden() throws Exception {
    report("TEST-a.RanTest.xml", RAN + SKIPPED);
    assertThat(run("forbid")).isOne();
  }

  @Test
  void reportsOfAnEarlierBuildDoNotCount() throws Exception {
    Path old = report("TEST-a.RanTest.xml", RAN);
    Files.setLastModifiedTime(old, FileTime.from(BEGIN.minus(Duration.ofDays(1))));
    assertThat(run("forbid")).as("no test ran").isOne();
  }

  private Path report(String name, String tests) throws IOException {
    Path file = reports.resolve(name);
    Files.writeString(file, "<testsuite>" + tests + "</testsuite>");
    Files.setLastModifiedTime(file, FileTime.from(BEGIN));
    return file;
  }

  private int run(String mode) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return SkippedTests.run(List.of(mode, BEGIN.toString(), reports.toString()), out);
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}

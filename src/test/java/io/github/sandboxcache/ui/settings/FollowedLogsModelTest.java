package io.github.sandboxcache.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogState.Problem;
import io.github.sandboxcache.domain.usage.SkipReason;
import io.github.sandboxcache.testing.GarbageCollection;
import io.github.sandboxcache.ui.app.FakeLogs;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.settings.FollowedLogText.Line;
import io.github.sandboxcache.ui.settings.FollowedLogsModel.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.Test;

/** The list of followed logs, and what it says of each, without a screen. */
class FollowedLogsModelTest {
  private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

  private final FakeLogs followed = new FakeLogs();
  private final FollowedLogText words =
      new FollowedLogText(UiTexts.load("dialogs"), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aLogComesIntoTheListOnceAndGoesAgain() {
    FollowedLogsModel model = model("/a.log");
    model.typedProperty().set("/b.log");
    model.add();
    model.typedProperty().set("/b.log");
    model.add();
    assertThat(model.patterns()).containsExactly("/a.log", "/b.log");
    assertThat(model.typedProperty().get()).isEmpty();

    model.remove("/a.log");
    assertThat(model.entries()).extracting(Entry::pattern).containsExactly("/b.log");
  }

  @Test
  void whatCannotBeFollowedStaysInTheField() {
    FollowedLogsModel model = model();
    model.typedProperty().set("mcp.log");
    model.add();
    assertThat(model.isTypedValid()).isFalse();
    assertThat(model.entries()).isEmpty();
    assertThat(model.typedProperty().get()).isEqualTo("mcp.log");
  }

  @Test
  void everyNewStateShowsUntilTheDialogIsClosed() {
    FollowedLogsModel model = model("/a.log");
    assertThat(said(model)).containsExactly("Waiting to be read.");

    followed.tell(state("/a.log", "/a.log", 1_200, Optional.empty()));
    assertThat(said(model))
        .containsExactly(
            "1,200 lines read \u00b7 310 facts \u00b7 1 line skipped \u00b7 last read 3 min ago",
            "1 line that is cut off or has an unknown form skipped");

    model.close();
    assertThat(followed.listeners()).isZero();
  }

  @Test
  void theDialogHearsOfNewStatesAfterACollectionToo() {
    FollowedLogsModel model = model("/a.log");
    List<Entry> heard = new ArrayList<>();
    model.entries().addListener((InvalidationListener) _ -> heard.addAll(model.entries()));

    GarbageCollection.force();
    followed.tell(state("/a.log", "/a.log", 1_200, Optional.empty()));

    assertThat(heard).isNotEmpty().allMatch(entry -> entry.files().size() == 1);
  }

  @Test
  void aNewOneIsFollowedOnceItIsSaved() {
    FollowedLogsModel model = model();
    model.typedProperty().set("/b.log");
    model.add();
    assertThat(said(model)).containsExactly("Followed once you save.");
  }

  @Test
  void aGlobTellsOfEachOfItsFilesAndWhatIsWrong() {
    FollowedLogsModel model = model("/logs/*.log");
    followed.tell(
        state("/logs/*.log", "/logs/a.log", 1, Optional.empty()),
        state("/logs/*.log", "/logs/b.log", 0, Optional.of(Problem.UNREADABLE)));

    List<Line> lines = words.of(model.entries().getFirst());
    assertThat(lines).extracting(Line::problem).containsExactly(false, false, true, false);
    assertThat(lines.getFirst().text()).startsWith("a.log: 1 line read");
    assertThat(lines.get(1).text()).startsWith("a.log: 1 line that is cut off");
    assertThat(lines.get(2).text()).startsWith("b.log: Cannot be read");
  }

  @Test
  void whyLinesWereSkippedIsToldAndWhatIsNotKnownOfItToo() {
    FollowedLogsModel model = model("/a.log");
    followed.tell(
        new FollowedLogState(
            "/a.log",
            "/a.log",
            90,
            4,
            1_207,
            Map.of(SkipReason.NO_TIME, 5L, SkipReason.NO_TEXT, 1_200L),
            Optional.of(NOW),
            Optional.empty()));

    assertThat(said(model).subList(1, 4))
        .containsExactly(
            "1,200 lines that are not text skipped",
            "5 lines without a valid time skipped",
            "2 lines skipped by an earlier version, for reasons that are not known");
  }

  @Test
  void aFileThatWentAwayKeepsItsNumbers() {
    FollowedLogsModel model = model("/a.log");
    followed.tell(state("/a.log", "/a.log", 12, Optional.of(Problem.ABSENT)));
    assertThat(said(model).getFirst()).contains("12 lines read", "Not there yet");
  }

  private List<String> said(FollowedLogsModel model) {
    return words.of(model.entries().getFirst()).stream().map(Line::text).toList();
  }

  private FollowedLogsModel model(String... saved) {
    return new FollowedLogsModel(List.of(saved), followed, Runnable::run);
  }

  private static FollowedLogState state(
      String pattern, String path, long lines, Optional<Problem> problem) {
    return new FollowedLogState(
        pattern,
        path,
        lines,
        310,
        1,
        Map.of(SkipReason.BROKEN, 1L),
        Optional.of(NOW.minusSeconds(200)),
        problem);
  }
}

package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.install.InstallStep;
import io.github.sandboxcache.domain.install.InstallStep.Downloading;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.TaskNotice;
import java.util.OptionalLong;

/** What an install does just now, in words: {@code Downloading numpy 2.1.3 · 16.3 MB}. */
public final class InstallStepText {
  private InstallStepText() {}

  /** What is done, or the task's own last words made harmless where that is not known. */
  public static String of(Progress progress) {
    return progress
        .doing()
        .map(InstallStepText::of)
        .orElseGet(() -> PlainText.outputLine(progress.detail()));
  }

  private static String of(TaskNotice doing) {
    return doing instanceof InstallStep step ? words(step) : InstallText.of(doing);
  }

  private static String words(InstallStep step) {
    return switch (step) {
      case InstallStep.ReadingIndex _ -> Texts.text("install.step.index");
      case InstallStep.Resolving(String name) -> Texts.text("install.step.resolving", label(name));
      case Downloading download -> downloading(download);
      case InstallStep.DownloadingSome(int done, int all) ->
          Texts.text("install.step.downloading.some", done, all);
      case InstallStep.Building(String name) -> Texts.text("install.step.building", label(name));
      case InstallStep.Installing(var names) ->
          Texts.text("install.step.installing", PackageLabel.line(names));
      case InstallStep.Saving _ -> Texts.text("install.step.saving");
    };
  }

  private static String downloading(Downloading download) {
    String name = label(download.name());
    OptionalLong all = download.totalBytes();
    if (all.isEmpty()) {
      return Texts.text("install.step.downloading", name);
    }
    DecimalSize total = DecimalSize.fine(all.getAsLong());
    return download.doneBytes().isEmpty()
        ? Texts.text("install.step.downloading.size", name, total)
        : Texts.text(
            "install.step.downloading.part",
            name,
            share(DecimalSize.fine(download.doneBytes().getAsLong()), total),
            total);
  }

  /** The unit stands once where both have the same. */
  private static String share(DecimalSize done, DecimalSize total) {
    return done.unit().equals(total.unit()) ? done.number() : done.toString();
  }

  private static String label(String name) {
    return PackageLabel.of(name).toString();
  }
}

package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import io.github.sandboxcache.text.InstallText;
import java.util.function.Consumer;

/** Hears the lines of an install alone. */
record LineListener(Consumer<String> lines) implements ProgressListener {
  @Override
  public void onProgress(Progress progress) {}

  @Override
  public void onLine(String line) {
    lines.accept(line);
  }

  @Override
  public void onNotice(TaskNotice notice) {
    lines.accept(InstallText.of(notice));
  }
}

package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import java.util.OptionalDouble;

/**
 * Tells of one of several like pieces of work, done one after the other, as of a part of the whole.
 * Once created, the whole stands where this part begins.
 *
 * @param whole told of the whole
 * @param step what the whole is called before this part tells anything
 * @param before how many parts are behind
 * @param all how many there are
 */
record PartOfWhole(ProgressListener whole, String step, int before, int all)
    implements ProgressListener {
  PartOfWhole {
    whole.onProgress(Progress.of(step, "", (double) before / all));
  }

  @Override
  public void onProgress(Progress progress) {
    double share = progress.fraction().orElse(0);
    whole.onProgress(progress.at(OptionalDouble.of((before + share) / all)));
  }

  @Override
  public void onLine(String line) {
    whole.onLine(line);
  }

  @Override
  public void onNotice(TaskNotice notice) {
    whole.onNotice(notice);
  }
}

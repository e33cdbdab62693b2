package io.github.sandboxcache.domain.task;

/** Hears how a task comes along. Called from the task's own threads, one call at a time. */
public interface ProgressListener {
  /** What is done now and how far it is. */
  void onProgress(Progress progress);

  /** One line of output, without its end. Untrusted text. */
  void onLine(String line);

  /** Something that belongs among the lines of output, but that the task itself says. */
  default void onNotice(TaskNotice notice) {}

  /** For callers that only want the result. */
  ProgressListener NONE =
      new ProgressListener() {
        @Override
        public void onProgress(Progress progress) {}

        @Override
        public void onLine(String line) {}
      };
}

package io.github.sandboxcache.domain.task;

/** Something that a task itself has to say beside its output, as data; {@code text} words it. */
public interface TaskNotice {}

package io.github.sandboxcache.adapter.docker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of an engine's answer to {@code /system/df}. */
record DiskUsage(@Nullable List<ImageSummary> images) {}

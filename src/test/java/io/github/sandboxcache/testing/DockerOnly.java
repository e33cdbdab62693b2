package io.github.sandboxcache.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * In an {@link EngineTest}, a test of what Podman does not do by design. With Podman it is skipped;
 * a run that may skip nothing leaves it out by its tag.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker-only")
public @interface DockerOnly {
  /** What Podman does instead. */
  String value();
}

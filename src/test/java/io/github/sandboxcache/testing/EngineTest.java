package io.github.sandboxcache.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs a real engine: the one of {@code DOCKER_HOST}, else of the usual places.
 * Without an engine it is skipped with the reason; with {@code SANDBOX_CACHE_REQUIRE_ENGINE=true}
 * in the environment or the system properties it fails instead. What only Docker does is marked
 * {@link DockerOnly}.
 *
 * <p>Test methods may ask for a {@link io.github.sandboxcache.domain.engine.ContainerEngine} and
 * for {@link TestImages}, which removes after each test what was made in it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("engine")
@ExtendWith(EngineExtension.class)
public @interface EngineTest {}

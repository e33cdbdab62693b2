package io.github.sandboxcache.testing;

import io.github.sandboxcache.adapter.docker.DockerEngineConnector;
import io.github.sandboxcache.adapter.docker.EngineEnvironment;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the engine for {@link EngineTest}, once for the whole run, and hands it to the tests. */
final class EngineExtension implements ExecutionCondition, ParameterResolver {
  private static final String REQUIRE = "SANDBOX_CACHE_REQUIRE_ENGINE";
  private static final Namespace NAMESPACE = Namespace.create(EngineExtension.class);

  /** Closed by JUnit at the end of the run. */
  private record Found(Outcome outcome) implements AutoCloseable {
    @Override
    public void close() {
      if (outcome instanceof Outcome.Connected(ContainerEngine engine, var _)) {
        engine.close();
      }
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return switch (found(context).outcome()) {
      case Outcome.Connected(ContainerEngine engine, var _) -> evaluate(context, engine);
      case Outcome.NoEngine(List<EngineAttempt> attempts) -> {
        String reason =
            attempts.stream()
                .map(attempt -> attempt.place() + " (" + attempt.failure() + ")")
                .collect(Collectors.joining(", ", "no container engine answers: ", ""));
        if (isRequired()) {
          throw new IllegalStateException(reason);
        }
        yield ConditionEvaluationResult.disabled(reason);
      }
    };
  }

  private static ConditionEvaluationResult evaluate(
      ExtensionContext context, ContainerEngine engine) {
    EngineDescription description = engine.description();
    return AnnotationSupport.findAnnotation(context.getElement(), DockerOnly.class)
        .filter(_ -> description.naming() == ReferenceNaming.PODMAN)
        .map(only -> ConditionEvaluationResult.disabled(only.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("engine: " + description));
  }

  private static boolean isRequired() {
    return Boolean.getBoolean(REQUIRE) || Boolean.parseBoolean(System.getenv(REQUIRE));
  }

  private static Found found(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            Found.class,
            _ ->
                new Found(
                    new DockerEngineConnector(EngineEnvironment.current())
                        .connect(Optional.empty())),
            Found.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ContainerEngine.class || type == TestImages.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!(found(context).outcome() instanceof Outcome.Connected(ContainerEngine engine, var _))) {
      throw new IllegalStateException("the condition lets no test run without an engine");
    }
    return parameter.getParameter().getType() == ContainerEngine.class
        ? engine
        : context
            .getStore(NAMESPACE)
            .computeIfAbsent(
                TestImages.class, _ -> new TestImages(engine.description()), TestImages.class);
  }
}

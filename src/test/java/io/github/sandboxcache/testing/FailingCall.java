package io.github.sandboxcache.testing;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something of which one call fails or answers otherwise, and all others do what they did. */
public final class FailingCall {
  private FailingCall() {}

  /** The same, failing whenever that method is called. */
  public static <T> T of(Class<T> type, T real, String failing, RuntimeException failure) {
    return answering(
        type,
        real,
        failing,
        () -> {
          throw failure;
        });
  }

  /** The same, answering that method so. */
  public static <T> T answering(Class<T> type, T real, String asked, Supplier<Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().equals(asked)) {
                return answer.get();
              }
              return call(real, method, arguments);
            }));
  }

  /** That engine, which the caller does not close. */
  public static ContainerEngine stayingOpen(ContainerEngine engine) {
    return answering(ContainerEngine.class, engine, "close", () -> Optional.empty());
  }

  private static @Nullable Object call(
      Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}

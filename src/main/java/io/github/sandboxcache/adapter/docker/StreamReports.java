package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What docker-java reports of a stream, from a thread of its own. Its own template forgets a close
 * that comes before the begin, and lets whoever waits for the begin wait for ever when an error
 * comes first. Ended by closing the connection.
 */
final class StreamReports<T> implements ResultCallback<T> {
  private final Consumer<T> onItem;
  private final CompletableFuture<Void> begin = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  StreamReports(Consumer<T> onItem) {
    this.onItem = onItem;
  }

  /** Completes when the engine has begun to answer, or did not. */
  CompletableFuture<Void> begin() {
    return begin;
  }

  /** Completes after the last item, or with what broke the stream off. */
  CompletableFuture<Void> end() {
    return end;
  }

  @Override
  public void onStart(Closeable stream) {
    begin.complete(null);
  }

  @Override
  public void onNext(T item) {
    try {
      onItem.accept(item);
    } catch (Error e) {
      // docker-java tells of exceptions only; whoever waits must not wait for ever.
      onError(e);
      throw e;
    }
  }

  @Override
  public void onError(Throwable cause) {
    begin.completeExceptionally(cause);
    end.completeExceptionally(cause);
  }

  /** Comes after an error, too. */
  @Override
  public void onComplete() {
    end.complete(null);
  }

  @Override
  public void close() {}
}

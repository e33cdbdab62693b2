package io.github.sandboxcache.adapter.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Speaks to an engine whose certificate nobody wants verified. docker-java's transport compares the
 * host's name with the certificate in any case; Java's own client leaves that to the trust manager.
 */
final class UnverifiedTlsClient implements DockerHttpClient {
  private final HttpClient client;
  private final String base;

  UnverifiedTlsClient(URI uri, SSLContext context, Duration connectTimeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(context)
            .connectTimeout(connectTimeout)
            .build();
    this.base = uri.toString().replaceFirst("^tcp", "https").replaceFirst("/$", "");
  }

  @Override
  public Response execute(Request request) {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(URI.create(base + request.path()))
            .method(request.method(), body(request));
    request.headers().forEach(sent::header);
    try {
      return new Answer(client.send(sent.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException((IOException) new InterruptedIOException().initCause(e));
    }
  }

  private static BodyPublisher body(Request request) {
    byte[] bytes = request.bodyBytes();
    InputStream stream = request.body();
    if (bytes != null) {
      return BodyPublishers.ofByteArray(bytes);
    }
    return stream == null ? BodyPublishers.noBody() : BodyPublishers.ofInputStream(() -> stream);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private record Answer(HttpResponse<InputStream> answer) implements Response {
    @Override
    public int getStatusCode() {
      return answer.statusCode();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return answer.headers().map();
    }

    @Override
    public InputStream getBody() {
      return answer.body();
    }

    @Override
    public void close() {
      try {
        answer.body().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Info;
import com.sun.net.httpserver.HttpServer;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine's answer comes to, be it an error, broken, or all that was asked for. */
class EngineConnectionTest {
  private static final EngineRequest IMAGE = EngineRequest.get("/images/a:1/json");

  private final FakeEngine fake = FakeEngine.speaking("1.40", "1.51");
  private final EngineConnection connection =
      EngineConnection.at(URI.create(fake.uri()), Optional.empty());

  record Item(int number) {}

  @AfterEach
  void close() {
    connection.close();
    fake.close();
  }

  private Throwable failure(EngineRequest request, int status, String body) {
    fake.answer(request.path(), status, body);
    try {
      var _ = connection.send(request, _ -> true);
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("no failure");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"message\":\"no space left\"}', no space left",
        "'{\"message\":5}', '{\"message\":5}'",
        "'{\"cause\":\"x\"}', '{\"cause\":\"x\"}'",
        "'  ', status 500",
        "'{\"message\":\" \"}', status 500",
        "'<html>', status 500",
        "'<html><head><title>x</title><style>a{}</style></head><body><h1>403"
            + " <b>Forbidden</b></h1>\n"
            + "</body>', 403 Forbidden",
        "'', status 500"
      })
  void anErrorIsToldInTheEnginesWordsWhereItHasAny(String body, String words) {
    assertThat(failure(IMAGE, 500, body)).isInstanceOf(EngineRefusedException.class);
    assertThat(failure(IMAGE, 500, body)).hasMessage(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 304, 400, 599})
  void whatIsNoSuccessIsAnError(int status) {
    assertThat(failure(EngineRequest.get("/x"), status, status == 304 ? "" : "{}"))
        .isInstanceOfSatisfying(
            EngineRefusedException.class,
            e -> {
              assertThat(e.status()).isEqualTo(status);
              assertThat(e.request()).isEqualTo("GET /x");
            });
  }

  @Test
  void aCommandsErrorIsToldLikeAnyOther() {
    fake.answer("/v1.51/images/team/a:1/history", 500, "{\"message\":\"no space left\"}");
    EngineConnection spoken = connection.speaking(ApiVersion.NEWEST);

    assertThatThrownBy(() -> spoken.ask(spoken.commands().imageHistoryCmd("team/a:1")))
        .isInstanceOfSatisfying(
            EngineRefusedException.class,
            e -> assertThat(e.request()).isEqualTo("GET /images/team/a:1/history"))
        .hasMessage("no space left");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "{\"Id\":", "[]", "<html>"})
  void aCommandsAnswerOfAnotherFormIsABrokenOne(String body) {
    fake.answer("/v1.51/info", 200, body);
    EngineConnection spoken = connection.speaking(ApiVersion.NEWEST);

    assertThatThrownBy(() -> spoken.ask(spoken.commands().infoCmd()))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("answer");
  }

  /** docker-java would refuse the whole answer. */
  @Test
  void anOddValueThatNobodyNeedsFailsNothing() {
    String config =
        "{\"Image\":\"a:1\",\"ExposedPorts\":{\"many\":{},\"1-2/quic\":{}},\"Labels\":null}";
    fake.answer(
            "/v1.51/containers/c/json",
            200,
            """
            {"Id":"c","Image":"sha256:1","State":{"Running":true,"Pid":-1,"Health":7},"Config":%s,
             "HostConfig":{"CapAdd":["CAP_TELEPORT"],"RestartPolicy":5,"Binds":[":::"]},
             "NetworkSettings":{"Ports":{"x/y":null}},"Mounts":{"a":1}}
            """
                .formatted(config))
        .answer(
            "/v1.51/images/i/json",
            200,
            "{\"Id\":\"i\",\"Config\":%s,\"GraphDriver\":1}".formatted(config))
        .answer(
            "/v1.51/info", 200, "{\"NCPU\":2,\"Plugins\":[],\"Swarm\":\"no\",\"PidsLimit\":false}");
    EngineConnection spoken = connection.speaking(ApiVersion.NEWEST);

    assertThat(ContainerInspection.of(spoken, "c").orElseThrow().toState().running()).isTrue();
    assertThat(ImageInspection.of(spoken, "i").toImage().id()).isEqualTo("i");
    Info info = spoken.ask(spoken.commands().infoCmd());
    assertThat(info.getNCPU()).isEqualTo(2);
    assertThat(info.getRawValues()).containsExactly(Map.entry("PidsLimit", false));
  }

  @Test
  void endlessWordsAreNotReadToTheirEnd() {
    assertThat(failure(IMAGE, 500, "x".repeat(70_000)).getMessage()).hasSizeBetween(65_536, 65_600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "[1", "{\"Number\":\"many\"}"})
  void anAnswerOfAnotherFormIsABrokenOne(String body) {
    fake.answer("/x", 200, body);

    assertThatThrownBy(() -> connection.send(EngineRequest.get("/x"), Item.class))
        .isInstanceOf(EngineUnreachableException.class);
  }

  @Test
  void listsThatBreakOffAreBrokenAnswers() {
    fake.answer("/x", 200, "[{\"Number\":1},");

    assertThatThrownBy(
            () ->
                connection.send(
                    EngineRequest.get("/x"), body -> EngineJson.readArray(body, Item.class)))
        .isInstanceOf(EngineUnreachableException.class);
    assertThatThrownBy(
            () ->
                connection.send(
                    EngineRequest.get("/x"),
                    body -> {
                      ImageListReader.readEach(body, _ -> {});
                      return true;
                    }))
        .isInstanceOf(EngineUnreachableException.class);
  }

  @Test
  void oneConnectionServesAllRequestsWhoseAnswersWereRead() throws IOException {
    // More blanks behind the answer than any reader takes in at once.
    String blanks = " ".repeat(200_000);

    assertThat(connections("{}" + blanks, c -> c.send(EngineRequest.get("/"), _ -> true))).isOne();
    assertThat(
            connections("{\"Number\":1}" + blanks, c -> c.send(EngineRequest.get("/"), Item.class)))
        .isOne();
    assertThat(
            connections(
                "[]" + blanks,
                c ->
                    c.send(EngineRequest.get("/"), body -> EngineJson.readArray(body, Item.class))))
        .isOne();
    assertThat(connections("{}", c -> c.ask(c.commands().infoCmd()))).isOne();
    assertThat(connections("{}", c -> c.ask(c.commands().execCreateCmd("c")))).isOne();
  }

  /** How many connections three requests take. */
  private static int connections(String answer, Function<EngineConnection, Object> request)
      throws IOException {
    Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          clients.add(exchange.getRemoteAddress());
          exchange.sendResponseHeaders(200, bytes.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
    server.start();
    URI uri = URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
    try (EngineConnection asked =
        EngineConnection.at(uri, Optional.empty()).speaking(ApiVersion.NEWEST)) {
      for (int i = 0; i < 3; i++) {
        Object _ = request.apply(asked);
      }
    } finally {
      server.stop(0);
    }
    return clients.size();
  }
}

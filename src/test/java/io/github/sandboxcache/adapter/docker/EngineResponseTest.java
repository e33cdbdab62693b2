package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine's answer comes to, be it an error, broken, or all that was asked for. */
class EngineResponseTest {
  private static final EngineRequest IMAGE = EngineRequest.get("/images/a:1/json");

  private final FakeEngine fake = FakeEngine.speaking("1.40", "1.51");
  private final EngineHttp http = EngineHttp.at(URI.create(fake.uri()), Optional.empty());

  record Item(int number) {}

  @AfterEach
  void close() {
    http.close();
    fake.close();
  }

  private Throwable failure(EngineRequest request, int status, String body) {
    fake.answer(request.path(), status, body);
    try {
      http.run(request);
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("no failure");
  }

  @Test
  void anImageThatIsNotThereIsToldApartFromOtherThingsThatAreNot() {
    String words = "{\"message\":\"No such image: a:1\"}";

    for (EngineRequest request : List.of(IMAGE, EngineRequest.post("/containers/create"))) {
      assertThat(failure(request, 404, words))
          .isInstanceOf(ImageNotFoundException.class)
          .hasMessage("No such image: a:1");
    }
    assertThat(failure(EngineRequest.get("/exec/1/json"), 404, words))
        .isExactlyInstanceOf(EngineRefusedException.class);
  }

  @Test
  void onlyTheRemovalOfAnImageIsRefusedBecauseItIsInUse() {
    String words = "{\"message\":\"in use\"}";

    assertThat(failure(EngineRequest.delete("/images/a:1"), 409, words))
        .isInstanceOf(ImageInUseException.class)
        .hasMessage("in use");
    for (EngineRequest request : List.of(IMAGE, EngineRequest.delete("/containers/1"))) {
      assertThat(failure(request, 409, words)).isExactlyInstanceOf(EngineRefusedException.class);
    }
    assertThat(failure(EngineRequest.delete("/images/b:1"), 500, words))
        .isExactlyInstanceOf(EngineRefusedException.class);
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
  @ValueSource(ints = {400, 599})
  void fromFourHundredOnAStatusIsAnError(int status) {
    assertThat(failure(EngineRequest.get("/x"), status, "{}"))
        .isInstanceOfSatisfying(
            EngineRefusedException.class, e -> assertThat(e.status()).isEqualTo(status));
    fake.answer("/y", 399, "{}");
    http.run(EngineRequest.get("/y"));
  }

  @Test
  void endlessWordsAreNotReadToTheirEnd() {
    assertThat(failure(IMAGE, 500, "x".repeat(70_000)).getMessage()).hasSizeBetween(65_536, 65_600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "[1", "{\"Number\":\"many\"}"})
  void anAnswerOfAnotherFormIsABrokenOne(String body) {
    fake.answer("/x", 200, body);

    assertThatThrownBy(() -> http.read(EngineRequest.get("/x"), Item.class))
        .isInstanceOf(EngineUnreachableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"Number\":1},{\"Number\":2}]", "{\"Number\":1}\n{\"Number\":2}\n"})
  void anArrayAndAStreamOfValuesAreReadOneByOne(String body) {
    List<Item> items = new ArrayList<>();
    fake.answer("/x", 200, body);
    try (EngineResponse response = http.send(EngineRequest.get("/x"))) {
      response.readEach(Item.class, items::add);
    }

    assertThat(items).containsExactly(new Item(1), new Item(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"Number\":1},", "{\"Number\":1}{\"Num"})
  void valuesThatBreakOffAreABrokenAnswer(String body) {
    fake.answer("/x", 200, body);
    try (EngineResponse response = http.send(EngineRequest.get("/x"))) {
      assertThatThrownBy(() -> response.readEach(Item.class, _ -> {}))
          .isInstanceOf(EngineUnreachableException.class);
    }
    try (EngineResponse response = http.send(EngineRequest.get("/x"))) {
      assertThatThrownBy(() -> response.readImages(_ -> {}))
          .isInstanceOf(EngineUnreachableException.class);
    }
  }

  @Test
  void oneConnectionServesAllRequestsWhoseAnswersWereRead() throws IOException {
    // More blanks behind the answer than any reader takes in at once.
    String blanks = " ".repeat(200_000);

    assertThat(connections("{}" + blanks, http -> http.run(EngineRequest.get("/")))).isOne();
    assertThat(
            connections(
                "{\"Number\":1}" + blanks, http -> http.read(EngineRequest.get("/"), Item.class)))
        .isOne();
    assertThat(
            connections(
                "[]" + blanks,
                http -> {
                  try (EngineResponse response = http.send(EngineRequest.get("/"))) {
                    response.readEach(Item.class, _ -> {});
                  }
                }))
        .isOne();
    assertThat(
            connections(
                "[]" + blanks,
                http -> {
                  try (EngineResponse response = http.send(EngineRequest.get("/"))) {
                    response.readImages(_ -> {});
                  }
                }))
        .isOne();
  }

  /** How many connections three requests take. */
  private static int connections(String answer, Consumer<EngineHttp> request) throws IOException {
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
    try (EngineHttp http = EngineHttp.at(uri, Optional.empty())) {
      for (int i = 0; i < 3; i++) {
        request.accept(http);
      }
    } finally {
      server.stop(0);
    }
    return clients.size();
  }
}

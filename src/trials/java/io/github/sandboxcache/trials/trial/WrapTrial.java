package io.github.sandboxcache.trials.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.trials.AppTrial;
import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Options;
import io.github.sandboxcache.trials.app.App;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Client and server of the official SDK, with and without {@code wrap} between them. */
public final class WrapTrial implements AppTrial {
  private static final int CALLS = 10_000;
  private static final int SERVERS_OWN_CODE = 7;

  @Override
  public String name() {
    return "wrap";
  }

  @Override
  public String about() {
    return "an MCP client and server of the official SDK, with wrap between them; needs node, npm";
  }

  @Override
  public void run(Options options, App app, Findings findings) throws Exception {
    String calls = Integer.toString(options.number("rounds", CALLS));
    McpPair pair = McpPair.install(app);
    McpPair.Talk plain = pair.talk(calls, false, "nothing");
    findings.say("plain: " + plain.client());
    findings.check(0, "plain", same(plain));
    int round = 1;
    for (String end : List.of("noise", "message")) {
      McpPair.Talk wrapped = pair.talk(calls, true, end);
      findings.say("wrapped: " + wrapped.client());
      List<String> violations = same(wrapped);
      expect(violations, "what the client sent", plain.sent("sent"), wrapped.sent("sent"));
      if (end.equals("noise")) {
        expect(violations, "what the client got", plain.sent("got"), wrapped.sent("got"));
      }
      expect(
          violations,
          "bytes of standard error",
          wrapped.server("noiseBytes"),
          wrapped.sent("errBytes"));
      expect(violations, "standard error", wrapped.server("noise"), wrapped.sent("err"));
      expect(violations, "facts", wrapped.facts(), facts(wrapped.home()));
      findings.check(round++, "half a " + end + " at the end", violations);
    }
    for (Victim victim : Victim.values()) {
      findings.check(round++, "kill -9 of the " + victim, kill(pair, victim));
    }
  }

  private static List<String> same(McpPair.Talk talk) {
    List<String> violations = new ArrayList<>();
    expect(violations, "what the server read", talk.sent("sent"), talk.server("read"));
    expect(violations, "what the client read", talk.server("messages"), talk.sent("got"));
    expect(violations, "exit code", SERVERS_OWN_CODE, talk.client().path("code").asInt());
    return violations;
  }

  private static void expect(List<String> violations, String what, Object wanted, Object got) {
    if (!wanted.equals(got)) {
      violations.add("%s: wanted %s, got %s".formatted(what, wanted, got));
    }
  }

  /** What the ledger has, sorted, as the server names it. */
  private static List<String> facts(App app) throws InterruptedException {
    List<String> facts = new ArrayList<>();
    for (JsonNode fact : app.document("usage", "--json")) {
      facts.add(fact.path("kind").asText() + " " + fact.path("reference").asText());
    }
    Collections.sort(facts);
    return facts;
  }

  private enum Victim {
    CLIENT,
    PROXY,
    SERVER
  }

  private static List<String> kill(McpPair pair, Victim victim) throws Exception {
    McpPair.Running running = pair.start();
    ProcessHandle process =
        switch (victim) {
          case CLIENT -> running.client();
          case PROXY -> running.proxy();
          case SERVER -> running.server();
        };
    boolean _ = process.destroyForcibly();
    List<String> violations = new ArrayList<>();
    outlives(running.client()).ifPresent(_ -> violations.add("the client goes on"));
    outlives(running.proxy()).ifPresent(_ -> violations.add("the proxy goes on"));
    outlives(running.server()).ifPresent(_ -> violations.add("the server goes on"));
    return violations;
  }

  private static Optional<ProcessHandle> outlives(ProcessHandle process)
      throws InterruptedException {
    for (int i = 0; i < 300 && process.isAlive(); i++) {
      Thread.sleep(100);
    }
    return Optional.of(process).filter(ProcessHandle::isAlive);
  }
}

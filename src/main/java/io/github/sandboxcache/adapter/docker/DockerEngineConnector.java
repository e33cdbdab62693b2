package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.adapter.docker.EndpointStrategy.Proposal;
import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EnginePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds an engine as the docker command does: the one that was named, else {@code DOCKER_HOST},
 * else the current docker context, and only when none of these says anything the usual local
 * sockets. What the user named is never replaced by another engine, unless it names none: a docker
 * context that does not exist.
 */
public final class DockerEngineConnector implements EngineConnector {
  private static final List<EndpointStrategy> IN_ORDER =
      List.of(
          new DockerHostStrategy(),
          new DockerContextStrategy(),
          new DockerTlsStrategy(),
          new UsualPlaces());

  private final EngineEnvironment environment;
  private final EngineProbe probe;

  /** A connector that looks at that environment. */
  public DockerEngineConnector(EngineEnvironment environment) {
    this(environment, new EngineProbe(RegistryLogins.in(environment.dockerConfig())));
  }

  /** The same that asks in that way. */
  DockerEngineConnector(EngineEnvironment environment, EngineProbe probe) {
    this.environment = environment;
    this.probe = probe;
  }

  @Override
  public Outcome connect(Optional<String> chosenUri) {
    List<EngineAttempt> failures = new ArrayList<>();
    List<EngineAttempt> remarks = new ArrayList<>();
    for (Proposal proposal : proposals(chosenUri)) {
      for (Endpoint endpoint : proposal.endpoints()) {
        EngineProbe.Answer answer = probe.probe(endpoint);
        if (answer instanceof EngineProbe.Answer.Connected(DockerEngine engine)) {
          remarks.removeIf(remark -> remark.source() == Source.ENVIRONMENT);
          return new Outcome.Connected(engine, remarks);
        }
        if (answer instanceof EngineProbe.Answer.Failed(EngineAttempt attempt)) {
          failures.add(attempt);
        }
      }
      proposal.remark().ifPresent(remarks::add);
    }
    failures.addAll(remarks);
    return new Outcome.NoEngine(failures);
  }

  @Override
  public List<EnginePlace> places() {
    Map<String, EnginePlace> found = new LinkedHashMap<>();
    Stream.of(
            new DockerHostStrategy().propose(environment).endpoints(),
            new DockerTlsStrategy().propose(environment).endpoints(),
            DockerContextStrategy.all(environment),
            usualSockets())
        .flatMap(List::stream)
        .forEach(endpoint -> found.putIfAbsent(identity(endpoint.address()), endpoint.asPlace()));
    return List.copyOf(found.values());
  }

  @Override
  public boolean areSame(String address, String other) {
    return identity(address).equals(identity(other));
  }

  /** The same for all ways to write one address, and for all links to one socket. */
  private static String identity(String address) {
    return switch (EngineAddress.parse(address)) {
      case EngineAddress.Unusable _ -> address;
      case EngineAddress.Socket(Path file) -> EndpointAddress.target(file).toString();
      case EngineAddress other -> other.toString();
    };
  }

  private List<Endpoint> usualSockets() {
    return new UsualPlaces()
        .propose(environment).endpoints().stream()
            .filter(
                endpoint ->
                    !(EngineAddress.parse(endpoint.address())
                            instanceof EngineAddress.Socket(Path file))
                        || Files.exists(file))
            .toList();
  }

  /** An address that a docker context names is spoken to with the context's certificates. */
  private Optional<Tls> tls(String address) {
    return DockerContextStrategy.all(environment).stream()
        .filter(context -> context.address().equals(address))
        .flatMap(context -> context.tls().stream())
        .findFirst()
        .or(() -> DockerHostStrategy.tls(environment));
  }

  /** What will be tried, in order; ends with the first rule by which the user named an engine. */
  List<Proposal> proposals(Optional<String> chosenUri) {
    if (chosenUri.isPresent()) {
      return List.of(
          Proposal.meant(
              Endpoint.named(chosenUri.get(), Source.CHOSEN, "").with(tls(chosenUri.get()))));
    }
    List<Proposal> proposals = new ArrayList<>();
    for (EndpointStrategy strategy : IN_ORDER) {
      Proposal proposal = strategy.propose(environment);
      if (proposal.binding()) {
        return List.of(proposal);
      }
      proposals.add(proposal);
    }
    return proposals;
  }
}

package io.github.sandboxcache.adapter.docker;

import io.github.sandboxcache.domain.engine.EngineAttempt;
import java.util.List;
import java.util.Optional;

/** One rule that says where an engine may be. Looks at names and settings, never connects. */
interface EndpointStrategy {
  Proposal propose(EngineEnvironment environment);

  /**
   * What a rule says.
   *
   * @param endpoints the places to try, in order
   * @param binding whether the user meant exactly this, so that no other rule may answer instead
   * @param remark what to say of the rule itself when no engine was found
   */
  record Proposal(List<Endpoint> endpoints, boolean binding, Optional<EngineAttempt> remark) {
    /** Copies the list, so that the record never changes. */
    public Proposal {
      endpoints = List.copyOf(endpoints);
    }

    static Proposal meant(Endpoint endpoint) {
      return new Proposal(List.of(endpoint), true, Optional.empty());
    }

    /** What should name an engine does not; the search goes on. */
    static Proposal broken(EngineAttempt attempt) {
      return new Proposal(List.of(), false, Optional.of(attempt));
    }

    static Proposal usual(List<Endpoint> endpoints) {
      return new Proposal(endpoints, false, Optional.empty());
    }

    static Proposal nothing(Optional<EngineAttempt> remark) {
      return new Proposal(List.of(), false, remark);
    }
  }
}

package io.github.sandboxcache.domain.registry;

import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import java.util.List;

/** Why an image was not sent to a registry, or did not come from there. */
public sealed interface TransferProblem {
  /** The engine has no cached image of that name. */
  record NotHere() implements TransferProblem {}

  /** The registry has no image of that name. */
  record NotThere() implements TransferProblem {}

  /**
   * Files of somebody's session are in it.
   *
   * @param files how many
   * @param bytes what they take
   */
  record SessionFiles(long files, long bytes) implements TransferProblem {}

  /** Not all of what is inside can be read, so that files of a session may be in it. */
  record NotLegible() implements TransferProblem {}

  /** Somebody gave that name to an image of the engine, and it stays with it. */
  record NameTaken() implements TransferProblem {}

  /**
   * It is for other platforms.
   *
   * @param there for which it is; empty when it does not say
   * @param wanted the engine's
   */
  record OtherPlatform(List<Platform> there, Platform wanted) implements TransferProblem {
    /** Copies the list, so that the record never changes. */
    public OtherPlatform {
      there = List.copyOf(there);
    }
  }

  /**
   * The engine pulled something else than the registry had said.
   *
   * @param said the digest that the registry had said
   */
  record OtherDigest(String said) implements TransferProblem {}

  /** Its name stands for something else in the registry by now, which stays. */
  record ChangedThere() implements TransferProblem {}

  /**
   * It cannot be noted that the engine's image bears that name for a while, so it was not given.
   */
  record NotNoted() implements TransferProblem {}

  /**
   * The registry failed.
   *
   * @param words its own words or the system's; untrusted
   */
  record Registry(Kind kind, String words) implements TransferProblem {}

  /**
   * The engine failed.
   *
   * @param words its own words, which may be the registry's; untrusted
   */
  record Engine(String words) implements TransferProblem {}
}

package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.oracle.Request;
import java.nio.file.Path;
import java.util.List;

/** One thing that the command line is asked to do. */
sealed interface ChaosDeed {
  /** Its words. */
  List<String> words();

  /** Shows something and changes nothing. */
  record Look(List<String> words) implements ChaosDeed {}

  /** Says what a removal would do. */
  record Announce(Request request, boolean json) implements ChaosDeed {
    @Override
    public List<String> words() {
      return request.words(true, json);
    }
  }

  /** Removes. */
  record Remove(Request request) implements ChaosDeed {
    @Override
    public List<String> words() {
      return request.words(false, true);
    }
  }

  /** Pins a name or unpins it. */
  record Pin(String name, boolean on) implements ChaosDeed {
    @Override
    public List<String> words() {
      return List.of(on ? "pin" : "unpin", name, "--json");
    }
  }

  /**
   * Takes a log in.
   *
   * @param lines how many facts are in it, none of which anybody has told before
   */
  record Import(Path file, int lines) implements ChaosDeed {
    @Override
    public List<String> words() {
      return List.of("usage", "import", file.toString(), "--json");
    }
  }

  /**
   * Installs.
   *
   * @param shortName of the image that it makes
   */
  record Install(String packageName, String shortName) implements ChaosDeed {
    @Override
    public List<String> words() {
      return List.of(
          "install", "bash", packageName, "--network", "none", "--time-limit", "1", "--json");
    }
  }
}

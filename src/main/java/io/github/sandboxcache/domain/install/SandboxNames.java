package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which package names the sandbox itself refuses before it looks into its cache: an image for them
 * can be made and used by hand, but the sandbox never asks for it.
 *
 * <p>The rule is what the original server was seen to refuse: extras, versions compared by other
 * signs than {@code ==}, ranges and tags of npm, versions of Go modules and crates, and a few
 * words. What it refuses besides is not known.
 */
public final class SandboxNames {
  private static final Pattern REFUSED_SIGN = Pattern.compile("[\\[\\]<>!^]");

  /** Behind the scope's own sign, as in {@code @types/node@latest}. */
  private static final Pattern TAG = Pattern.compile(".+@[^0-9].*");

  private static final Set<String> REFUSED_WORDS = Set.of("libc", "sudo", "http");

  private SandboxNames() {}

  /** Those of the packages that the sandbox refuses, in their order. */
  public static List<String> refused(Language language, List<String> packages) {
    return packages.stream().filter(name -> isRefused(language, name)).toList();
  }

  private static boolean isRefused(Language language, String name) {
    boolean versioned = name.indexOf('@', 1) > 0;
    return REFUSED_SIGN.matcher(name).find()
        || TAG.matcher(name).matches()
        || REFUSED_WORDS.contains(name)
        || (versioned && (language.equals(Language.GO) || language.equals(Language.RUST)));
  }
}

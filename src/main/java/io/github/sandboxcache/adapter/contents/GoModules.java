package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.adapter.contents.LayerFindings.Manifest;
import io.github.sandboxcache.adapter.contents.LayerFindings.Wish;
import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's modules by their place in the module cache. */
final class GoModules implements PackageReader {
  private static final String CACHE = "pkg/mod/";

  /** Behind the path of the cache. */
  private static final Pattern EXTRACTED =
      Pattern.compile("(?!cache/)([^@\n]+)@([^/\n]+)/.*", Pattern.DOTALL);

  private static final Pattern PACKED =
      Pattern.compile("cache/download/([^@\n]+)/@v/([^/\n]+)\\.zip");

  /** An upper-case letter, written so that file systems without them can hold it. */
  private static final Pattern ESCAPED = Pattern.compile("!([a-z])");

  private static final Pattern REQUIRED =
      Pattern.compile("(?:require\\s+)?([^\\s()]+)\\s+(v[^\\s]+)\\s*(//\\s*indirect)?.*");

  private static final PackageCache PACKAGES = new PackageCache(CACHE, EXTRACTED, PACKED);

  @Override
  public void onFile(String path, long bytes, LayerFindings found) {
    PACKAGES.onFile(path, bytes, (directory, match) -> draft(directory, match, found));
  }

  private static PackageDraft draft(String directory, Matcher matcher, LayerFindings found) {
    String place = directory + matcher.group(1) + "@" + matcher.group(2);
    PackageDraft draft = found.packageAt(place, Ecosystem.GO);
    if (draft.name.isEmpty() && place.length() <= 2 * MetadataText.MAX_NAME) {
      draft.name = unescaped(matcher.group(1));
      draft.version = unescaped(matcher.group(2));
    }
    return draft;
  }

  private static String unescaped(String name) {
    return ESCAPED.matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }

  @Override
  public boolean wants(String path) {
    return MetadataText.isNamed("go.mod", path)
        && !path.contains(CACHE)
        && !path.startsWith("usr/");
  }

  @Override
  public void read(String path, byte[] content, LayerFindings found) {
    List<Wish> wishes =
        MetadataText.lines(content)
            .dropWhile(line -> !line.startsWith("require"))
            .takeWhile(line -> !line.startsWith("replace"))
            .map(String::strip)
            .map(REQUIRED::matcher)
            .filter(Matcher::matches)
            .filter(m -> MetadataText.isName(m.group(1)) && MetadataText.isName(m.group(2)))
            .map(m -> new Wish(m.group(1), "", m.group(2), m.group(3) == null))
            .toList();
    found.addManifest(path, new Manifest(Ecosystem.GO, wishes));
  }
}

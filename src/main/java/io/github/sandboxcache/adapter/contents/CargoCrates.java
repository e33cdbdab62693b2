package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.adapter.contents.LayerFindings.Manifest;
import io.github.sandboxcache.adapter.contents.LayerFindings.Wish;
import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rust's crates by their place in Cargo's registry, and what a project asks for. */
final class CargoCrates implements PackageReader {
  static final String LOCK = "Cargo.lock";
  private static final String REGISTRY = "/registry/";

  /** Behind the path of the registry. */
  private static final Pattern EXTRACTED =
      Pattern.compile("src/[^/]+/([^/]+?)-([0-9]+\\.[^/]*)/.*", Pattern.DOTALL);

  private static final Pattern PACKED =
      Pattern.compile("cache/[^/]+/([^/]+?)-([0-9]+\\.[^/]*)\\.crate");
  private static final Pattern TABLE = Pattern.compile("\\s*+\\[++([^\\]]++)]+.*");
  private static final Pattern ONE_TABLE =
      Pattern.compile("(?:dev-|build-)?dependencies\\.\"?([^.\"]+)\"?");
  private static final Pattern SHORT =
      Pattern.compile("\\s*\"?([A-Za-z0-9_-]+)\"?\\s*=\\s*\"([^\"]*)\".*");
  private static final Pattern LONG =
      Pattern.compile("\\s*\"?([A-Za-z0-9_-]+)\"?\\s*=\\s*\\{.*\\bversion\\s*=\\s*\"([^\"]*)\".*");

  private static final PackageCache PACKAGES = new PackageCache(REGISTRY, EXTRACTED, PACKED);

  @Override
  public void onFile(String path, long bytes, LayerFindings found) {
    PACKAGES.onFile(path, bytes, (directory, match) -> draft(directory, match, found));
  }

  private static PackageDraft draft(String directory, Matcher matcher, LayerFindings found) {
    String place = directory + matcher.group(1) + "-" + matcher.group(2);
    PackageDraft draft = found.packageAt(place, Ecosystem.CARGO);
    if (draft.name.isEmpty()
        && MetadataText.isName(matcher.group(1))
        && MetadataText.isName(matcher.group(2))) {
      draft.name = matcher.group(1);
      draft.version = matcher.group(2);
    }
    return draft;
  }

  @Override
  public boolean wants(String path) {
    return (MetadataText.isNamed("Cargo.toml", path) || MetadataText.isNamed(LOCK, path))
        && !path.contains(REGISTRY)
        && !path.contains("/git/checkouts/")
        && !path.contains("/rustlib/");
  }

  @Override
  public void read(String path, byte[] content, LayerFindings found) {
    List<Wish> wishes = path.endsWith(".lock") ? locked(content) : asked(content);
    found.addManifest(path, new Manifest(Ecosystem.CARGO, wishes));
  }

  private static List<Wish> asked(byte[] content) {
    List<Wish> wishes = new ArrayList<>();
    String[] table = {""};
    MetadataText.lines(content)
        .forEach(
            line -> {
              Matcher header = TABLE.matcher(line);
              if (header.matches()) {
                table[0] = header.group(1).strip();
              } else if (table[0].matches("(?:dev-|build-)?dependencies")) {
                addWish(line, wishes);
              } else {
                addTable(table[0], line, wishes);
              }
            });
    return wishes;
  }

  private static void addWish(String line, List<Wish> wishes) {
    for (Pattern form : List.of(SHORT, LONG)) {
      Matcher matcher = form.matcher(line);
      if (matcher.matches()) {
        addWish(matcher.group(1), matcher.group(2), wishes);
        return;
      }
    }
  }

  private static void addTable(String table, String line, List<Wish> wishes) {
    Matcher one = ONE_TABLE.matcher(table);
    Matcher value = SHORT.matcher(line);
    if (one.matches() && value.matches() && value.group(1).equals("version")) {
      addWish(one.group(1), value.group(2), wishes);
    }
  }

  private static void addWish(String name, String version, List<Wish> wishes) {
    if (MetadataText.isName(name) && version.length() <= MetadataText.MAX_NAME) {
      wishes.add(new Wish(name, version, "", true));
    }
  }

  private static List<Wish> locked(byte[] content) {
    List<Wish> wishes = new ArrayList<>();
    String[] name = {""};
    MetadataText.lines(content)
        .map(SHORT::matcher)
        .filter(Matcher::matches)
        .forEach(
            field -> {
              if (field.group(1).equals("name")) {
                name[0] = field.group(2);
              } else if (field.group(1).equals("version")
                  && MetadataText.isName(name[0])
                  && MetadataText.isName(field.group(2))) {
                wishes.add(new Wish(name[0], "", field.group(2), false));
                name[0] = "";
              }
            });
    return wishes;
  }
}

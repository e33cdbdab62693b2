package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.Ecosystem;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ruby's gems by their specifications, as {@code gem install} writes them. */
final class RubyGems implements PackageReader {
  private static final Pattern SPECIFICATION =
      Pattern.compile("(.*/)specifications/([^/]+)\\.gemspec", Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("(.*?/gems/[^/]+-[0-9][^/]*)/.*", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\bs\\.name = \"([A-Za-z0-9._-]+)\"");
  private static final Pattern VERSION =
      Pattern.compile("\\bs\\.version = (?:Gem::Version\\.new\\()?\"([0-9A-Za-z.-]+)\"");
  private static final Pattern DEPENDENCY =
      Pattern.compile("\\.add_(?:runtime_)?dependency\\(%q<([A-Za-z0-9._-]+)>");

  @Override
  public void onFile(String path, long bytes, LayerFindings found) {
    if (path.contains("/gems/")) {
      Matcher file = FILE.matcher(path);
      if (file.matches()) {
        found.packageAt(file.group(1), Ecosystem.RUBY).addBytes(bytes);
      }
    }
  }

  @Override
  public boolean wants(String path) {
    return path.endsWith(".gemspec") && SPECIFICATION.matcher(path).matches();
  }

  @Override
  public void read(String path, byte[] content, LayerFindings found)
      throws BrokenMetadataException {
    Matcher place = SPECIFICATION.matcher(path);
    String text = new String(content, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(text);
    Matcher version = VERSION.matcher(text);
    if (!place.matches() || !name.find() || !version.find()) {
      throw new BrokenMetadataException("no name or version");
    }
    PackageDraft metadata = new PackageDraft(Ecosystem.RUBY);
    metadata.name = name.group(1);
    metadata.version = version.group(1);
    metadata.dependencies =
        MetadataText.names(DEPENDENCY.matcher(text).results().map((MatchResult m) -> m.group(1)));
    if (!MetadataText.isName(metadata.name) || !MetadataText.isName(metadata.version)) {
      throw new BrokenMetadataException("a name beyond all bounds");
    }
    String directory = place.group(1) + "gems/" + place.group(2);
    found.describe(found.packageAt(directory, Ecosystem.RUBY), metadata);
  }
}

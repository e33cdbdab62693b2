package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Debian's packages as dpkg lists them, and which of them apt took only for others. */
final class DebianPackages implements PackageReader {
  private static final String STATUS = "var/lib/dpkg/status";
  private static final String STATUS_PARTS = "var/lib/dpkg/status.d/";
  private static final String STATES = "var/lib/apt/extended_states";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.+-]*");

  @Override
  public boolean wants(String path) {
    return isOfSystem(path)
        || (path.startsWith(STATUS_PARTS) && !path.endsWith(".md5sums") && !path.contains("/."));
  }

  @Override
  public boolean isOfSystem(String path) {
    return path.equals(STATUS) || path.equals(STATES);
  }

  @Override
  public void read(String path, byte[] content, LayerFindings found)
      throws BrokenMetadataException {
    switch (path) {
      case STATUS -> {
        Map<String, PackageDraft> installed = found.database(Ecosystem.DEBIAN).startInstalled();
        readStatus(
            content,
            paragraph -> {
              if (paragraph.isInstalled()) {
                found.addInstalled(paragraph.key(), paragraph.draft, installed);
              }
            });
      }
      case STATES -> {
        Set<String> automatic = found.database(Ecosystem.DEBIAN).startAutomatic();
        readStatus(
            content,
            paragraph -> {
              if (paragraph.automatic && found.hasRoomFor(paragraph.draft.name)) {
                automatic.add(paragraph.draft.name);
              }
            });
      }
      default ->
          readStatus(
              content,
              paragraph ->
                  found.describe(found.packageAt(path, Ecosystem.DEBIAN), paragraph.draft));
    }
  }

  private static void readStatus(byte[] content, Consumer<Paragraph> consumer)
      throws BrokenMetadataException {
    Paragraph[] paragraph = {new Paragraph()};
    boolean[] broken = {false};
    Stream.concat(MetadataText.lines(content), Stream.of(""))
        .forEach(
            line -> {
              if (!line.isEmpty()) {
                MetadataText.field(line, paragraph[0]::set);
              } else if (paragraph[0].seen) {
                if (paragraph[0].isLegible()) {
                  consumer.accept(paragraph[0]);
                } else {
                  broken[0] = true;
                }
                paragraph[0] = new Paragraph();
              }
            });
    if (broken[0]) {
      throw new BrokenMetadataException("no name");
    }
  }

  /** One package of the list. */
  private static final class Paragraph {
    private final PackageDraft draft = new PackageDraft(Ecosystem.DEBIAN);
    private String status = "";
    private String architecture = "";
    private boolean automatic;
    private boolean seen;

    void set(String field, String value) {
      seen = true;
      switch (field) {
        case "Package" -> draft.name = value;
        case "Version" -> draft.version = value;
        case "Architecture" -> architecture = value;
        case "Status" -> status = value;
        case "Auto-Installed" -> automatic = value.equals("1");
        case "Installed-Size" -> {
          if (value.matches("[0-9]{1,12}")) {
            draft.bytes = OptionalLong.of(Long.parseLong(value) << 10);
          }
        }
        case "Depends", "Pre-Depends" ->
            draft.dependencies =
                MetadataText.names(
                    Stream.concat(
                        draft.dependencies.stream(),
                        Stream.of(value.split(",", -1))
                            .map(String::strip)
                            .map(NAME::matcher)
                            .filter(Matcher::lookingAt)
                            .map(Matcher::group)));
        default -> {}
      }
    }

    boolean isLegible() {
      return MetadataText.isName(draft.name)
          && NAME.matcher(draft.name).matches()
          && draft.version.length() <= MetadataText.MAX_NAME
          && architecture.length() <= MetadataText.MAX_NAME;
    }

    boolean isInstalled() {
      return status.endsWith(" installed");
    }

    String key() {
      return draft.name + ":" + architecture;
    }
  }
}

package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Alpine's packages as apk lists them, and which were asked for. */
final class AlpinePackages implements PackageReader {
  private static final Set<String> INSTALLED =
      Set.of("lib/apk/db/installed", "usr/lib/apk/db/installed");
  private static final String WORLD = "etc/apk/world";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.+-]+");

  @Override
  public boolean wants(String path) {
    return isOfSystem(path);
  }

  @Override
  public boolean isOfSystem(String path) {
    return INSTALLED.contains(path) || path.equals(WORLD);
  }

  @Override
  public void read(String path, byte[] content, LayerFindings found)
      throws BrokenMetadataException {
    if (path.equals(WORLD)) {
      Set<String> world = found.database(Ecosystem.ALPINE).startWorld();
      MetadataText.lines(content)
          .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
          .filter(MetadataText::isName)
          .filter(found::hasRoomFor)
          .forEach(world::add);
    } else {
      readInstalled(content, found);
    }
  }

  /** Fields of one letter; an empty line ends a package. */
  private static void readInstalled(byte[] content, LayerFindings found)
      throws BrokenMetadataException {
    Map<String, PackageDraft> installed = found.database(Ecosystem.ALPINE).startInstalled();
    PackageDraft[] draft = {new PackageDraft(Ecosystem.ALPINE)};
    boolean[] broken = {false};
    Stream.concat(MetadataText.lines(content), Stream.of(""))
        .forEach(
            line -> {
              if (!line.isEmpty()) {
                MetadataText.field(line, (field, value) -> set(draft[0], field, value));
                return;
              }
              if (isLegible(draft[0])) {
                found.addInstalled(draft[0].name, draft[0], installed);
              } else if (!draft[0].name.isEmpty() || !draft[0].version.isEmpty()) {
                broken[0] = true;
              }
              draft[0] = new PackageDraft(Ecosystem.ALPINE);
            });
    if (broken[0]) {
      throw new BrokenMetadataException("no name");
    }
  }

  private static boolean isLegible(PackageDraft draft) {
    return MetadataText.isName(draft.name)
        && NAME.matcher(draft.name).matches()
        && draft.version.length() <= MetadataText.MAX_NAME;
  }

  private static void set(PackageDraft draft, String field, String value) {
    switch (field) {
      case "P" -> draft.name = value;
      case "V" -> draft.version = value;
      case "I" -> {
        if (value.matches("[0-9]{1,15}")) {
          draft.bytes = OptionalLong.of(Long.parseLong(value));
        }
      }
      case "D" ->
          draft.dependencies =
              MetadataText.names(
                  Stream.of(value.split(" ", -1))
                      .filter(each -> !each.contains(":") && !each.startsWith("!"))
                      .map(NAME::matcher)
                      .filter(Matcher::lookingAt)
                      .map(Matcher::group));
      default -> {}
    }
  }
}

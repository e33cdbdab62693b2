package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python's packages by their {@code .dist-info} directories, wherever they are: in site-packages,
 * in an environment, or in a directory given by {@code --target}.
 */
final class PythonPackages implements PackageReader {
  private static final String DIST_INFO = ".dist-info/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Dependencies that only come with an extra are not told as dependencies. */
  private static final Pattern EXTRA = Pattern.compile("\\bextra\\b");

  /** Where packages keep copies of others for themselves; pip does not list these either. */
  private static final String COPIES = "/_vendor/";

  @Override
  public void onFile(String path, long bytes, LayerFindings found) {
    if (path.endsWith(DIST_INFO + "REQUESTED") && !path.contains(COPIES)) {
      draft(path, found).asked = true;
    }
  }

  @Override
  public boolean wants(String path) {
    return (path.endsWith(DIST_INFO + "METADATA")
            || path.endsWith(DIST_INFO + "RECORD")
            || path.endsWith(".egg-info/PKG-INFO"))
        && !path.contains(COPIES);
  }

  @Override
  public void read(String path, byte[] content, LayerFindings found)
      throws BrokenMetadataException {
    if (path.endsWith("RECORD")) {
      readRecord(path, content, found);
    } else {
      readMetadata(path, content, found);
    }
  }

  private static PackageDraft draft(String path, LayerFindings found) {
    return found.packageAt(path.substring(0, path.lastIndexOf('/')), Ecosystem.PYTHON);
  }

  private static void readMetadata(String path, byte[] content, LayerFindings found)
      throws BrokenMetadataException {
    PackageDraft draft = new PackageDraft(Ecosystem.PYTHON);
    List<String> extras = new ArrayList<>();
    List<String> dependencies = new ArrayList<>();
    MetadataText.fields(
        content,
        (field, value) -> {
          switch (field) {
            case "Name" -> draft.name = value;
            case "Version" -> draft.version = value;
            case "Provides-Extra" -> extras.add(value);
            case "Requires-Dist" -> dependencies.add(value);
            default -> {}
          }
        });
    if (!MetadataText.isName(draft.name)
        || !NAME.matcher(draft.name).matches()
        || !MetadataText.isName(draft.version)) {
      throw new BrokenMetadataException("no name or version");
    }
    draft.extras = MetadataText.names(extras.stream());
    draft.dependencies =
        MetadataText.names(
            dependencies.stream()
                .filter(each -> !isOnlyWithExtra(each))
                .map(NAME::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::group));
    found.describe(draft(path, found), draft);
  }

  private static boolean isOnlyWithExtra(String dependency) {
    int condition = dependency.indexOf(';');
    return condition >= 0 && EXTRA.matcher(dependency.substring(condition)).find();
  }

  /** Lines as {@code numpy/__init__.py,sha256=…,25000}; what was compiled later has no size. */
  private static void readRecord(String path, byte[] content, LayerFindings found) {
    long[] sum = {0};
    MetadataText.lines(content)
        .map(line -> line.substring(line.lastIndexOf(',') + 1))
        .filter(size -> size.matches("[0-9]{1,15}"))
        .forEach(size -> sum[0] = Math.min(Long.MAX_VALUE / 2, sum[0] + Long.parseLong(size)));
    if (sum[0] >= 1L << 50) {
      found.problems.add(ContentsProblem.METADATA_LIES);
    } else {
      draft(path, found).bytes = OptionalLong.of(sum[0]);
    }
  }
}

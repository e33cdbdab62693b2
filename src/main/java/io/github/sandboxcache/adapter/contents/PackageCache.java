package io.github.sandboxcache.adapter.contents;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory in which a package manager keeps what it has downloaded, unpacked and packed.
 *
 * @param root how the directory's path ends
 * @param extracted a file of an unpacked package, by its path from there
 * @param packed the file of a packed one
 */
record PackageCache(String root, Pattern extracted, Pattern packed) {
  /**
   * Takes in a file. The bytes of a package are those of its unpacked files.
   *
   * @param draft the package of a match, with the directory's path
   */
  void onFile(String path, long bytes, BiFunction<String, Matcher, PackageDraft> draft) {
    int at = path.indexOf(root);
    if (at < 0) {
      return;
    }
    String directory = path.substring(0, at + root.length());
    Matcher unpackedFile = extracted.matcher(path.substring(directory.length()));
    Matcher packedFile = packed.matcher(path.substring(directory.length()));
    if (unpackedFile.matches()) {
      draft.apply(directory, unpackedFile).addBytes(bytes);
    } else if (packedFile.matches()) {
      PackageDraft _ = draft.apply(directory, packedFile);
    }
  }
}

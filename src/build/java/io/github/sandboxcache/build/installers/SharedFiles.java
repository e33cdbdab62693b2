package io.github.sandboxcache.build.installers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** What goes under {@code share}: desktop entry, metainfo, icons, man page, shell completion. */
final class SharedFiles {
  /** Where the header says how hard the packer tried, see RFC 1952; Java leaves it open. */
  private static final int GZIP_EXTRA_FLAGS = 8;

  private static final byte GZIP_SMALLEST = 2;

  private final Product product;
  private final CommandSpec command;
  private final LocalDate date;

  SharedFiles(Product product, CommandSpec command) {
    this.product = product;
    this.command = command;
    this.date = LocalDate.ofInstant(product.time(), ZoneOffset.UTC);
  }

  /**
   * Writes them.
   *
   * @param share the directory {@code share}; units of the user's systemd go beside it
   * @param zshFunctions where zsh looks for functions, which differs between distributions
   */
  void write(Path share, String zshFunctions) throws IOException {
    Path linux = product.packaging().resolve("linux");
    Template.write(
        linux.resolve(Product.ID + ".desktop"),
        share.resolve("applications").resolve(Product.ID + ".desktop"),
        Map.of());
    Template.write(
        linux.resolve(Product.ID + ".metainfo.xml"),
        share.resolve("metainfo").resolve(Product.ID + ".metainfo.xml"),
        Map.of("version", product.version(), "date", date.toString()));
    Tree.copy(
        linux.resolve("systemd"), share.resolveSibling("lib").resolve("systemd").resolve("user"));
    new AppIcon(product.packaging().resolve("icons").resolve(Product.COMMAND + ".svg"))
        .writeTheme(share.resolve("icons").resolve("hicolor"));
    gzip(
        share.resolve("man").resolve("man1").resolve(Product.COMMAND + ".1.gz"),
        new ManPage(command, product.version(), date)
            .text(Files.readString(linux.resolve("man-tail.roff"))));
    text(
        share.resolve("bash-completion").resolve("completions").resolve(Product.COMMAND),
        sourced(AutoComplete.bash(Product.COMMAND, command.commandLine())));
    text(
        share.resolve(zshFunctions).resolve("_" + Product.COMMAND),
        new ZshCompletion(command).text());
    text(
        share.resolve("fish").resolve("vendor_completions.d").resolve(Product.COMMAND + ".fish"),
        new FishCompletion(command).text());
  }

  static void text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The script without the line that names its interpreter: shells read it, nobody starts it. */
  private static String sourced(String script) {
    return script.replaceFirst("^#!.*\\R", "");
  }

  /** Packs a text as Debian asks for: as small as can be, and without a time in the header. */
  static void gzip(Path file, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new SmallestGzip(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] packed = bytes.toByteArray();
    packed[GZIP_EXTRA_FLAGS] = GZIP_SMALLEST;
    Files.createDirectories(file.getParent());
    Files.write(file, packed);
  }

  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}

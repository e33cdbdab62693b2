package io.github.sandboxcache.adapter.contents;

import static io.github.sandboxcache.adapter.contents.SavedImages.above;
import static io.github.sandboxcache.adapter.contents.SavedImages.packages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that were made to do harm are told as far as they are true, and do none. */
class HostileImageTest {
  private static final String GOOD = "site/six-1.16.dist-info/METADATA";
  private static final String GOOD_TEXT = "Name: six\nVersion: 1.16\n";

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "\u001b[2J", "\u202egpj.exe", "con", "a\\b", "*", "\ud83d\ude00"})
  void anyNameIsToldAsItIs(String name) {
    ImageContents contents = above(new TestLayer().file("workspace/" + name, 7));

    assertThat(contents.files().session().largest().getFirst().path())
        .isEqualTo("workspace/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/../x", "a/../../b", "..", "workspace/.."})
  void pathsThatLeadOutAreProblemsWhoseBytesCount(String path) {
    ImageContents contents = above(new TestLayer().file(path, 7).file(GOOD, GOOD_TEXT));

    assertThat(contents.problems()).containsEntry(ContentsProblem.ODD_PATH, 1L);
    assertThat(contents.files().tree().count().bytes()).isEqualTo(7 + GOOD_TEXT.length());
    assertThat(packages(contents)).containsExactly("*six 1.16");
  }

  @Test
  void absolutePathsAreMeantFromTheRootOfTheImage() {
    ImageContents contents = above(new TestLayer().file("//./" + GOOD, GOOD_TEXT));

    assertThat(packages(contents)).containsExactly("*six 1.16");
  }

  @Test
  void aPathOfFourThousandCharactersIsCountedAndALongerOneIsAProblem() {
    ImageContents contents =
        above(new TestLayer().file("tmp/" + "x".repeat(4000), 7).file("y".repeat(5000), 8));

    assertThat(contents.files().session().count().bytes()).isEqualTo(7);
    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.ODD_PATH);
    assertThat(contents.files().tree().count().bytes()).isEqualTo(15);
  }

  @Test
  void noLinkIsFollowed() {
    ImageContents contents =
        above(
            new TestLayer()
                .link("workspace/loop", "loop")
                .link("site/six-1.16.dist-info", "/etc")
                .link("workspace/all", "/")
                .file(GOOD, GOOD_TEXT));

    assertThat(contents.files().session().count().files()).isZero();
    assertThat(packages(contents)).containsExactly("*six 1.16");
  }

  @Test
  void metadataBeyondAllBoundsIsPassedOver() {
    TestLayer layer =
        new TestLayer()
            .file("workspace/node_modules/big/package.json", (16 << 20) + 1)
            .file(GOOD, GOOD_TEXT);

    ImageContents contents = above(layer);

    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.METADATA_TOO_LONG);
    assertThat(packages(contents)).containsExactly("*six 1.16");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{\"name\": 1e99999999}", "{\"name\": \"\\ud800", "\u0000"})
  void brokenJsonIsAProblem(String json) {
    ImageContents contents =
        above(new TestLayer().file("node_modules/a/package.json", json).file(GOOD, GOOD_TEXT));

    assertThat(packages(contents)).contains("*six 1.16");
    assertThat(contents.packages()).noneMatch(each -> each.name().contains("\u0000"));
  }

  @Test
  void deeplyNestedJsonIsAProblem() {
    String json = "{\"dependencies\": " + "[".repeat(1 << 20);

    ImageContents contents = above(new TestLayer().file("node_modules/a/package.json", json));

    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.METADATA_BROKEN);
  }

  /** Patterns that look for an end can take for ever where there is none. */
  @ParameterizedTest
  @ValueSource(strings = {" ", ";", "[", "=", "\"", "a ", "a-", "v1 ", "s.name = \"", "%q<"})
  void longLinesOfAnythingAreReadInTime(String piece) {
    String line = piece.repeat((3 << 20) / piece.length());
    String lines = (piece.repeat(16_000 / piece.length()) + "\n").repeat(20);
    TestLayer layer = new TestLayer();
    for (String path :
        List.of(
            "site/a.dist-info/METADATA",
            "site/a.dist-info/RECORD",
            "workspace/go.mod",
            "workspace/Cargo.toml",
            "workspace/Cargo.lock",
            "workspace/package.json",
            "var/lib/dpkg/status.d/a",
            "etc/apk/world",
            "gems/specifications/a-1.gemspec")) {
      layer.file(path, "[" + line + "\nRequires-Dist: a" + lines);
    }

    assertThat(above(layer).packages()).hasSizeLessThan(3);
  }

  @Test
  void namesBeyondAllBoundsAreNoPackages() {
    String name = "x".repeat(4000);

    ImageContents contents =
        above(
            new TestLayer()
                .file("site/a.dist-info/METADATA", "Name: " + name + "\nVersion: 1\n")
                .file("node_modules/a/package.json", "{\"name\": \"" + name + "\"}")
                .file("var/lib/dpkg/status.d/a", "Package: " + name + "\nVersion: 1\n"));

    assertThat(contents.packages()).isEmpty();
    assertThat(contents.problems()).containsEntry(ContentsProblem.METADATA_BROKEN, 3L);
  }

  @Test
  void sizesThatAreNotPossibleAreNotTold() {
    ImageContents contents =
        above(
            new TestLayer()
                .file(GOOD, GOOD_TEXT)
                .file("site/six-1.16.dist-info/RECORD", "six.py,sha256=x,999999999999\n"));

    assertThat(SavedImages.find("six", contents).sizeBytes()).isEmpty();
    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.METADATA_LIES);
  }

  @Test
  void ofTooManyPackagesSomeAreTold() {
    TestLayer layer = new TestLayer();
    for (int i = 0; i < 50_010; i++) {
      layer.file("d/" + i + ".dist-info/REQUESTED", 0);
    }

    ImageContents contents = above(layer.file(GOOD, GOOD_TEXT));

    assertThat(contents.problems()).containsKey(ContentsProblem.TOO_MANY_PACKAGES);
    assertThat(contents.files().tree().count().files()).isEqualTo(50_011);
  }

  @Test
  void ofALayerThatEndsEarlyTheBeginningIsTold() {
    byte[] whole = new TestLayer().file(GOOD, GOOD_TEXT).file("big", 5000).toBytes();
    byte[] early = Arrays.copyOf(whole, 2500);

    ImageContents contents = readOnly(early);

    assertThat(packages(contents)).containsExactly("*six 1.16");
    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.LAYER_DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"77777777777", "-0000000001", "99999999999", "\u00ff\u00ff\u00ff"})
  void aHeaderThatLiesAboutASizeDamagesTheLayer(String size) {
    byte[] layer = new TestLayer().file(GOOD, GOOD_TEXT).file("lie", 3).file("behind", 3).toBytes();
    int header = 1024;
    byte[] digits = size.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(digits, 0, layer, header + 124, digits.length);
    correctChecksum(header, layer);

    ImageContents contents = readOnly(layer);

    assertThat(packages(contents)).containsExactly("*six 1.16");
    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.LAYER_DAMAGED);
  }

  @Test
  void aHeaderWithoutItsChecksumIsNoHeader() {
    byte[] layer = new TestLayer().file(GOOD, GOOD_TEXT).file("odd", 3).toBytes();
    layer[1024] ^= 1;

    ImageContents contents = readOnly(layer);

    assertThat(packages(contents)).containsExactly("*six 1.16");
    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.LAYER_DAMAGED);
  }

  @Test
  void attributesBeyondAllBoundsAreNeverInMemory() {
    for (byte type : new byte[] {'x', 'g', 'L', 'K'}) {
      ImageContents contents = readHuge(type);

      assertThat(contents.layers()).hasSize(1);
      assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.LAYER_DAMAGED);
    }
  }

  /** A header of that type over a gigabyte of which the layer has but the first two megabytes. */
  private static ImageContents readHuge(byte type) {
    byte[] header = Arrays.copyOf(new TestLayer().file("name", 0).toBytes(), 512);
    header[156] = type;
    System.arraycopy("10000000000".getBytes(StandardCharsets.US_ASCII), 0, header, 124, 11);
    correctChecksum(0, header);
    byte[] content = new byte[2 << 20];
    System.arraycopy(header, 0, content, 0, header.length);
    return readOnly(content);
  }

  @Test
  void manyGlobalAttributesAreForgotten() {
    TestLayer layer = new TestLayer();
    for (int i = 0; i < 2000; i++) {
      layer.file("pax", "21 path=site/%07d\n".formatted(i));
    }
    byte[] bytes = layer.file(GOOD, GOOD_TEXT).toBytes();
    for (int i = 0; i < 2000; i++) {
      bytes[1024 * i + 156] = 'g';
      correctChecksum(1024 * i, bytes);
    }

    ImageContents contents = readOnly(bytes);

    assertThat(packages(contents)).containsExactly("*six 1.16");
    assertThat(contents.files().tree().count().files()).isEqualTo(1);
  }

  @Test
  void aLayerThatUnpacksToMuchMoreIsReadInLittleMemory() {
    byte[] bomb = ArchiveForm.gzip(new TestLayer().file("zeros", 50 << 20).toBytes());
    byte[] archive = new TestLayer().file("blobs/sha256/1", bomb).toBytes();

    ImageContents contents = SavedImages.read(archive, new LayerStack(List.of("x"), Set.of("x")));

    assertThat(contents.problems()).containsOnlyKeys(ContentsProblem.LAYER_MISSING);
  }

  /** An engine's answer that goes on for ever is read on until somebody cancels it. */
  @Test
  void anEndlessArchiveCanBeCancelled() {
    byte[] archive = ArchiveForm.DOCKER_28.archive(List.of(SavedImages.BASE));
    byte[] entry = Arrays.copyOf(archive, 1024);
    InputStream endless =
        new FilterInputStream(InputStream.nullInputStream()) {
          private int at;

          @Override
          public int read(byte[] bytes, int from, int length) {
            for (int i = 0; i < length; i++) {
              bytes[from + i] = entry[at];
              at = (at + 1) % entry.length;
            }
            return length;
          }
        };
    Cancellation cancellation = new Cancellation();

    assertThat(
            catchThrowable(
                () ->
                    new SavedImageReader()
                        .read(
                            endless,
                            SavedImages.stack(0, List.of(SavedImages.BASE)),
                            _ -> cancellation.cancel(),
                            cancellation)))
        .isInstanceOf(CancellationException.class);
  }

  @Property(tries = 400)
  void noChangedByteDoesHarm(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] layer =
        new TestLayer()
            .file(GOOD, GOOD_TEXT)
            .file("site/six-1.16.dist-info/RECORD", "six.py,sha256=x,12\n")
            .file("node_modules/a/package.json", "{\"name\": \"a\", \"version\": \"1\"}")
            .file("var/lib/dpkg/status", "Package: jq\nStatus: install ok installed\nVersion: 1\n")
            .file("x".repeat(300), 10)
            .file("specifications/a-1.gemspec", "s.name = \"a\" s.version = \"1\"")
            .toBytes();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      layer[random.nextInt(layer.length)] = (byte) random.nextInt();
    }
    if (random.nextBoolean()) {
      correctChecksum(512 * random.nextInt(layer.length / 512), layer);
    }

    ImageContents contents = readOnly(layer);

    assertThat(contents.packages()).hasSizeLessThanOrEqualTo(6);
    assertThat(contents.files().tree().count().bytes()).isNotNegative();
  }

  private static ImageContents readOnly(byte[] layer) {
    String digest = TestLayer.sha256(layer);
    String diffId = "sha256:" + digest;
    byte[] archive = new TestLayer().file("blobs/sha256/" + digest, layer).toBytes();
    return SavedImages.read(archive, new LayerStack(List.of(diffId), Set.of(diffId)));
  }

  private static void correctChecksum(int header, byte[] bytes) {
    Arrays.fill(bytes, header + 148, header + 156, (byte) ' ');
    int sum = 0;
    for (int i = header; i < header + 512; i++) {
      sum += bytes[i] & 0xff;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, bytes, header + 148, digits.length);
  }
}

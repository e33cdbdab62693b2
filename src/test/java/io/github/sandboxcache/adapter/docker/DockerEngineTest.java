package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageInUseException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.ImageArchive;
import io.github.sandboxcache.testing.TestImages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@EngineTest
class DockerEngineTest {
  private static List<String> names(ContainerEngine engine, EngineImage image) {
    ReferenceNaming naming = engine.description().naming();
    return image.references().stream().map(naming::shortName).toList();
  }

  private static EngineImage listed(ContainerEngine engine, CacheReference reference) {
    return engine.images().stream()
        .filter(image -> names(engine, image).contains(reference.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static String asEngineWrites(ContainerEngine engine, CacheReference reference) {
    ReferenceNaming naming = engine.description().naming();
    return engine.image(reference.toString()).orElseThrow().references().stream()
        .filter(name -> naming.shortName(name).equals(reference.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aListSaysOfAnImageWhatTheCatalogNeeds(ContainerEngine engine, TestImages images) {
    Instant created = Instant.parse("2025-03-04T05:06:07Z");
    CacheReference reference =
        images.load(
            new ImageArchive()
                .file("data", new byte[50_000])
                .created(created)
                .config("Labels", Map.of("key", "value")));
    EngineImage image = listed(engine, reference);
    assertThat(image.id()).startsWith("sha256:");
    assertThat(image.createdAt()).contains(created);
    assertThat(image.sizeBytes().orElseThrow()).isGreaterThanOrEqualTo(50_000);
    assertThat(image.labels()).containsEntry("key", "value");
    assertThat(image.parentId()).isEmpty();
  }

  @Test
  void anInspectionAgreesWithTheListInEverythingButSharing(
      ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load(new ImageArchive().file("data", new byte[50_000]));
    images.tag(reference, "team/" + images.language(), "1");
    EngineImage listed = listed(engine, reference).withSharedBytes(OptionalLong.empty());
    EngineImage byReference = engine.image(reference.toString()).orElseThrow();
    assertThat(byReference.withReferences(listed.references())).isEqualTo(listed);
    assertThat(byReference.references())
        .containsExactlyInAnyOrderElementsOf(listed.references())
        .hasSize(2);
    assertThat(engine.image(listed.id())).contains(byReference);
  }

  @Test
  void anImageThatIsNotThereIsEmpty(ContainerEngine engine, TestImages images) {
    assertThat(engine.image(images.newReference().toString())).isEmpty();
  }

  @Test
  void whatImagesShareIsSaidByTheListOrByTheDiskUsage(ContainerEngine engine, TestImages images) {
    CacheReference parent = images.load(new ImageArchive().file("data", new byte[100_000]));
    images.child(parent);
    EngineImage image = listed(engine, parent);
    long shared =
        image
            .sharedBytes()
            .orElseGet(() -> engine.diskUsage().sharedBytes().getOrDefault(image.id(), 0L));
    assertThat(shared).isBetween(100_000L, image.sizeBytes().orElseThrow());
  }

  @Test
  void aCommittedImageNamesItsParent(ContainerEngine engine, TestImages images) {
    CacheReference parent = images.load();
    CacheReference child = images.child(parent);
    assertThat(listed(engine, child).parentId()).contains(listed(engine, parent).id());
    assertThat(engine.image(child.toString()).orElseThrow().parentId())
        .contains(listed(engine, parent).id());
  }

  @Test
  void aContainerNamesTheImageByTheIdOfTheList(ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    images.tag(reference, "team/" + images.language(), "1");
    String id = images.container(reference.toString());
    EngineContainer container =
        engine.containers().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    assertThat(container.imageId()).isEqualTo(listed(engine, reference).id());
    assertThat(container.running()).isFalse();
    assertThat(container.name()).isNotEmpty().doesNotStartWith("/");
  }

  @Test
  void removingTheOnlyReferenceRemovesTheImage(ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    String id = listed(engine, reference).id();
    engine.removeReference(asEngineWrites(engine, reference));
    assertThat(images.exists(reference.toString())).isFalse();
    assertThat(images.exists(id)).isFalse();
  }

  @Test
  void aForeignTagSurvivesTheRemovalOfOurs(ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    images.tag(reference, "team/" + images.language(), "keep");
    engine.removeReference(asEngineWrites(engine, reference));
    assertThat(images.exists(reference.toString())).isFalse();
    assertThat(images.exists("team/" + images.language() + ":keep")).isTrue();
  }

  @Test
  void anImageThatAContainerUsesIsRefusedAsInUse(ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    images.container(reference.toString());
    String name = asEngineWrites(engine, reference);
    assertThatThrownBy(() -> engine.removeReference(name)).isInstanceOf(ImageInUseException.class);
    assertThat(images.exists(reference.toString())).isTrue();
  }

  @Test
  void aChildSurvivesTheRemovalOfItsParentsReference(ContainerEngine engine, TestImages images) {
    CacheReference parent = images.load();
    CacheReference child = images.child(parent);
    engine.removeReference(asEngineWrites(engine, parent));
    assertThat(images.exists(child.toString())).isTrue();
    assertThat(images.exists(parent.toString())).isFalse();
  }

  @Test
  void removingWhatIsGoneSaysSo(ContainerEngine engine, TestImages images) {
    String reference = images.newReference().toString();
    assertThatThrownBy(() -> engine.removeReference(reference))
        .isInstanceOf(ImageNotFoundException.class);
  }

  @Test
  void nothingButTheReferenceOfACachedImageGetsToTheEngine(
      ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    String id = listed(engine, reference).id();
    String base = "mcp-sandbox-" + images.language() + ":base";
    images.loadAs(new ImageArchive(), base);
    List<String> refused =
        List.of(id, id.substring("sha256:".length()), id.substring(7, 19), base, "mcp-sandbox-x");
    assertThat(refused)
        .allSatisfy(
            name ->
                assertThatThrownBy(() -> engine.removeReference(name))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThat(images.exists(id)).isTrue();
    assertThat(images.exists(base)).isTrue();
  }
}

package io.github.sandboxcache.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.Settings.Theme;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.CatalogState.Freshness;
import io.github.sandboxcache.testing.TestPins;
import io.github.sandboxcache.ui.app.StillWindow.Look;
import io.github.sandboxcache.ui.base.EngineOpener.Opened;
import io.github.sandboxcache.ui.base.PngFile;
import io.github.sandboxcache.ui.base.StillSession;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Guards that a picture of the window comes when all that it shows is there, and shows that. */
class StillWindowTest {
  private static final Clock CLOCK = Clock.fixed(TestWindow.NOW, ZoneOffset.UTC);
  private static final Look USUAL = new Look(1280, 820, 1);

  private final SampleEngine engine =
      new SampleEngine(SampleCache.believable(TestWindow.NOW), CLOCK, Duration.ZERO);

  private Opened images() {
    CacheService cache = CommandServices.cache(engine, new TestPins(), CLOCK);
    return new Opened.Started(
        new StillSession(
            cache,
            new CatalogState(
                cache.measured(cache.list()),
                Freshness.CURRENT,
                Optional.of(TestWindow.NOW),
                false)));
  }

  private WritableImage picture(Opened opened, Theme theme, Look look) throws Exception {
    AppServices services =
        new CommandServices(engine, new TestPins(), CLOCK)
            .with(new FakeSettings(Settings.DEFAULT.withTheme(theme)), CommandWindow.Setup.USUAL);
    CompletableFuture<WritableImage> taken = new CompletableFuture<>();
    Toolkit.run(() -> StillWindow.begin(services, opened, look, taken));
    return taken.get(1, TimeUnit.MINUTES);
  }

  @Test
  void thePictureIsTheSameEachTimeSoNothingWasStillToCome() throws Exception {
    WritableImage first = picture(images(), Theme.LIGHT, USUAL);
    WritableImage second = picture(images(), Theme.LIGHT, USUAL);

    Screenshots.write(first, "picture-light");
    assertThat(Screenshots.pixels(first)).isEqualTo(Screenshots.pixels(second));
    // Rows, figures and charts have many colours, an empty window few.
    assertThat(Arrays.stream(Screenshots.pixels(first)).distinct().count()).isGreaterThan(500);
  }

  @Test
  void itIsDarkAndSharpWhereThatIsWished() throws Exception {
    WritableImage picture = picture(images(), Theme.DARK, new Look(960, 620, 2));

    Screenshots.write(picture, "picture-dark-2x");
    assertThat(picture.getWidth()).isEqualTo(1920);
    assertThat(picture.getHeight()).isEqualTo(1240);
    assertThat(picture.getPixelReader().getColor(4, 1000).getBrightness()).isLessThan(0.2);
  }

  @Test
  void withoutEngineItShowsWhatWasTried() throws Exception {
    EngineAttempt tried =
        new EngineAttempt("/var/run/docker.sock", Source.DOCKER_SOCKET, Failure.NOT_ALLOWED, "");

    WritableImage picture = picture(new Opened.NoEngine(List.of(tried)), Theme.LIGHT, USUAL);

    Screenshots.write(picture, "picture-no-engine");
    assertThat(Screenshots.pixels(picture))
        .isNotEqualTo(Screenshots.pixels(picture(images(), Theme.LIGHT, USUAL)));
  }

  @Test
  void theFileHasThePixelsOfThePicture() throws Exception {
    WritableImage picture = picture(images(), Theme.LIGHT, new Look(960, 620, 1));

    assertThat(ImageIO.read(new ByteArrayInputStream(PngFile.content(picture))))
        .satisfies(read -> assertThat(read.getWidth()).isEqualTo(960))
        .satisfies(
            read ->
                assertThat(read.getRGB(100, 100))
                    .isEqualTo(picture.getPixelReader().getArgb(100, 100)));
  }
}

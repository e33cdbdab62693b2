package io.github.sandboxcache.bench.engine;

import io.github.sandboxcache.bench.Options;
import io.github.sandboxcache.bench.Part;
import io.github.sandboxcache.bench.TemporaryFolder;
import io.github.sandboxcache.bench.report.Findings;
import io.github.sandboxcache.bench.report.Section;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import java.util.List;

/** Requests to a real engine that has no cached images but those made here. */
public final class EnginePart implements Part {
  private static final int FEW = 100;
  private static final int SOME = 1_000;
  private static final int MANY = 10_000;

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String needs() {
    return "curl, docker, and an engine without cached images on a unix socket";
  }

  @Override
  public Section run(Options options) throws Exception {
    int many = options.number("many", MANY);
    int rounds = options.number("rounds", 5);
    String address = options.engine();
    Curl curl = Curl.of(address);
    OwnImages images = new OwnImages(curl);
    Findings figures = new Findings();
    String product;
    try (ContainerEngine engine = MeasuredEngine.connect(address);
        TemporaryFolder folder = TemporaryFolder.make()) {
      product = engine.description().product() + " " + engine.description().version();
      String docker = options.value("docker").orElse("docker");
      Clear clear = new Clear(address, engine, curl, docker);
      clear.refuseForeign();
      try {
        images.make(0, SOME, true);
        Refresh refresh = new Refresh(engine, curl);
        figures.add(refresh.measure("refresh of 1,000 images → model updated", 2 * rounds));
        figures.addAll(new CacheHit(engine, curl).measure(folder.path()));
        LayerReading layers = new LayerReading(address, engine, docker);
        figures.addAll(layers.measure(folder.path(), rounds));
        images.make(SOME, many, false);
        String what = "refresh of %,d images → model updated".formatted(many);
        figures.add(refresh.measure(what, rounds));
        images.remove(0, many);
        figures.addAll(clear.measure(FEW, rounds));
        figures.addAll(clear.measure(SOME, Math.max(1, rounds / 2)));
      } finally {
        images.remove(0, many);
      }
    }
    return new Section(
        "Engine",
        "On " + product + ", images of one small layer each.",
        figures.list(),
        List.of(
            "`curl` is timed by its own clock: its start is left out. Removals by `curl` are one"
                + " process for all.",
            "A refresh lists images with their shared sizes, lists containers too, and sorts all of"
                + " it into the model.",
            "Measured means that it is known of every image what its removal frees. The docker"
                + " command adds up the same, but not for several images together.",
            "A clear looks each image over again just before it goes; the others do not."));
  }
}

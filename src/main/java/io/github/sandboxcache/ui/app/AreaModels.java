package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.LayoutModel;
import io.github.sandboxcache.ui.base.MainCommands;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.cache.ChosenImageModel;
import io.github.sandboxcache.ui.cache.CompareModel;
import io.github.sandboxcache.ui.cache.ContentsModel;
import io.github.sandboxcache.ui.cache.DetailsModel;
import io.github.sandboxcache.ui.cache.GroupModel;
import io.github.sandboxcache.ui.cache.HeaderModel;
import io.github.sandboxcache.ui.cache.ImageUsageModel;
import io.github.sandboxcache.ui.cache.ImagesModel;
import io.github.sandboxcache.ui.cache.SeveralModel;
import io.github.sandboxcache.ui.orphans.OrphansModel;
import java.util.function.Consumer;

/**
 * What single areas of one window show. FX thread only.
 *
 * @param layout which areas are open, and how wide
 * @param header the header
 * @param images the table
 * @param chosen the image that is chosen in the table
 * @param several the images that are chosen together
 * @param details what is known of the chosen image
 * @param group what is known of the chosen language
 * @param contents what is inside the chosen image
 * @param compare two images side by side
 * @param imageUsage the hits of the chosen image
 * @param orphans images that failed saves left behind
 */
record AreaModels(
    LayoutModel layout,
    HeaderModel header,
    ImagesModel images,
    ChosenImageModel chosen,
    SeveralModel several,
    DetailsModel details,
    GroupModel group,
    ContentsModel contents,
    CompareModel compare,
    ImageUsageModel imageUsage,
    OrphansModel orphans) {
  /** The models around that table. */
  static AreaModels around(
      ImagesModel images,
      AppServices services,
      UiThreads threads,
      WindowModels models,
      MainCommands commands,
      Consumer<String> copy,
      UiTexts texts) {
    EngineModel engine = models.engine();
    CacheModel cache = models.cache();
    TasksModel tasks = models.tasks();
    LayoutModel layout = new LayoutModel();
    DetailsModel details = new DetailsModel(images, cache, threads, texts);
    ContentsModel contents =
        new ContentsModel(details, engine, services.tasks(), tasks, threads, texts);
    CompareModel compare = new CompareModel(details, contents, cache, layout, copy, threads, texts);
    return new AreaModels(
        layout,
        new HeaderModel(engine.statusProperty(), cache, tasks, models.ticker(), texts),
        images,
        new ChosenImageModel(
            images, cache, engine.statusProperty(), tasks.removing(), commands, copy, texts),
        new SeveralModel(
            images,
            cache,
            engine.statusProperty(),
            tasks.removing(),
            commands,
            copy,
            compare,
            threads,
            texts),
        details,
        new GroupModel(images, cache, tasks, commands::installMissed, threads, texts),
        contents,
        compare,
        new ImageUsageModel(engine, threads, services.clock()),
        new OrphansModel(
            engine,
            cache,
            threads,
            services.clock(),
            commands::removeOrphans,
            commands::nameOrphans));
  }
}

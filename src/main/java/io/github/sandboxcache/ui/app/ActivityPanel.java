package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.text.HistoryText;
import io.github.sandboxcache.ui.base.EngineSession;
import io.github.sandboxcache.ui.base.FileExport;
import io.github.sandboxcache.ui.base.FxmlViews;
import io.github.sandboxcache.ui.base.Lazy;
import io.github.sandboxcache.ui.base.Shell;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.tasks.ActivityController;
import io.github.sandboxcache.ui.tasks.CacheTasks;
import io.github.sandboxcache.ui.tasks.HistoryExport;
import io.github.sandboxcache.ui.tasks.HistoryModel;
import io.github.sandboxcache.ui.tasks.ToastController;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/** The panel of tasks in its slot, and the messages that lead to it. FX thread only. */
final class ActivityPanel {
  private final WindowModels models;
  private final UiThreads threads;
  private final Shell shell;
  private final UiTexts texts;
  private final Supplier<Region> content;

  /** A panel of those tasks, built when it is shown first. */
  ActivityPanel(
      AppServices services,
      UiThreads threads,
      WindowModels models,
      Shell shell,
      CacheTasks tasks,
      UiTexts texts) {
    this.models = models;
    this.threads = threads;
    this.shell = shell;
    this.texts = texts;
    this.content = new Lazy<>(() -> panel(services, tasks));
  }

  private Region panel(AppServices services, CacheTasks tasks) {
    HistoryModel history =
        new HistoryModel(models.engine(), services.operations(), models.tasks(), threads);
    FileExport files = new FileExport(new SaveDialog(shell.overlays())::ask, threads);
    return FxmlViews.view(
        new ActivityController(
            models.tasks(),
            new ActivityController.Past(
                history,
                new HistoryExport(history, files, texts),
                models
                    .settings()
                    .settingsProperty()
                    .map(current -> current.usage().keepFactsDays()),
                tasks::restore),
            models.ticker(),
            texts,
            tasks::restore,
            shell.sidePanel()::hide),
        texts);
  }

  /** Says from now on, once for each engine, what was interrupted there. */
  void tellOfInterrupted() {
    models
        .engine()
        .sessionProperty()
        .subscribe(opened -> opened.ifPresent(this::tellOfInterrupted));
  }

  private void tellOfInterrupted(EngineSession session) {
    session
        .service()
        .onInterrupted(
            operation ->
                threads
                    .ui()
                    .execute(
                        () ->
                            ToastController.showOffering(
                                shell.overlays(),
                                "alert",
                                HistoryText.interrupted(operation),
                                texts.text("toast.show"),
                                this::show,
                                texts)));
  }

  void show() {
    shell.sidePanel().show(content.get());
  }

  void toggle() {
    if (shell.sidePanel().isShowing()) {
      shell.sidePanel().hide();
    } else {
      show();
    }
  }
}

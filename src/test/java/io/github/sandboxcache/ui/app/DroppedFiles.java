package io.github.sandboxcache.ui.app;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Events as the system sends them when files are dragged: only it can fill a dragboard. */
final class DroppedFiles {
  private DroppedFiles() {}

  static DragEvent event(EventType<DragEvent> type, List<File> files) {
    return new DragEvent(
        type,
        DragboardHelper.createDragboard(clipboard(files)),
        10,
        10,
        10,
        10,
        TransferMode.COPY,
        null,
        null,
        null);
  }

  private static TKClipboard clipboard(List<File> files) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            DroppedFiles.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "hasContent" -> arguments[0].equals(DataFormat.FILES) && !files.isEmpty();
                  case "getContent" -> files;
                  case "getContentTypes" -> Set.of(DataFormat.FILES);
                  case "getTransferModes" -> Set.of(TransferMode.COPY);
                  default -> null;
                });
  }
}

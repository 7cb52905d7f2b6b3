package org.boardbench.report.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.FigurePainter;

/**
 * Writes figures while whoever asks for them goes on, as many at a time as the machine has cores.
 * Once this is closed, all of them are there.
 */
public final class FigureFiles implements Closeable {
  private final Path folder;
  private final ExecutorService painters =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final List<Future<Path>> files = new ArrayList<>();

  public FigureFiles(Path folder) {
    this.folder = folder;
  }

  /** Each figure in each format. */
  public void add(List<Figure> figures, List<FigureFormat> formats) {
    for (Figure figure : figures) {
      for (FigureFormat format : formats) {
        files.add(painters.submit(() -> write(figure, format)));
      }
    }
  }

  private Path write(Figure figure, FigureFormat format) throws IOException {
    return Files.write(
        folder.resolve(figure.name() + "." + format.extension()),
        format.bytes(new FigurePainter(figure)));
  }

  /**
   * Waits for what is still to be drawn.
   *
   * @throws IOException when a figure could not be written
   */
  @Override
  public void close() throws IOException {
    try (painters) {
      for (Future<Path> file : files) {
        file.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException written ? written : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while figures were drawn", e);
    }
  }
}

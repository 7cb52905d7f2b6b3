package org.boardbench.report.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A figure of a paper: panels in rows and columns, under a legend that they share.
 *
 * @param name of its files, without extension
 * @param caption says what is drawn, and how, in full sentences
 * @param panels row by row, {@code columns} in each
 * @param panelHeightMm of one row
 * @param legend curves whose names and looks are explained once for all panels; may be empty
 * @param hollow what a hollow point means; empty when there is none
 * @param remark is above all, for what must not be missed where the caption is not; may be empty
 * @param atLeast what an arrow at a point means; empty when there is none
 */
public record Figure(
    String name,
    String caption,
    double widthMm,
    double panelHeightMm,
    int columns,
    List<Panel> panels,
    List<Curve> legend,
    String hollow,
    String remark,
    String atLeast) {
  public Figure {
    panels = List.copyOf(panels);
    legend = List.copyOf(legend);
  }

  public Figure(
      String name,
      String caption,
      double widthMm,
      double panelHeightMm,
      int columns,
      List<Panel> panels,
      List<Curve> legend,
      String hollow) {
    this(name, caption, widthMm, panelHeightMm, columns, panels, legend, hollow, "", "");
  }

  public Figure(
      String name,
      String caption,
      double widthMm,
      double panelHeightMm,
      int columns,
      List<Panel> panels,
      List<Curve> legend) {
    this(name, caption, widthMm, panelHeightMm, columns, panels, legend, "");
  }

  public Figure named(String otherName, String otherCaption) {
    return new Figure(
        otherName,
        otherCaption,
        widthMm,
        panelHeightMm,
        columns,
        panels,
        legend,
        hollow,
        remark,
        atLeast);
  }

  public Figure withRemark(String text) {
    return new Figure(
        name, caption, widthMm, panelHeightMm, columns, panels, legend, hollow, text, atLeast);
  }

  public Figure withAtLeast(String text) {
    return new Figure(
        name, caption, widthMm, panelHeightMm, columns, panels, legend, hollow, remark, text);
  }

  int rows() {
    return Math.ceilDiv(panels.size(), columns);
  }

  /**
   * Whether the row's panels name their x-axes: in the lowest row, and where one of them has
   * another x-axis than the panel below it.
   */
  boolean namesX(int row) {
    return row == rows() - 1
        || IntStream.range(row * columns, Math.min((row + 1) * columns, panels.size() - columns))
            .anyMatch(i -> !xTitle(i).equals(xTitle(i + columns)));
  }

  private String xTitle(int panel) {
    return panels.get(panel).x().title();
  }
}

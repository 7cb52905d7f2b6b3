package org.boardbench.micro.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.micro.payload.Stroke;

/** Strokes for tests, and what codecs make of them. */
final class Strokes {
  private Strokes() {}

  /** Different values in all fields, so that a lost or swapped one shows. */
  static Stroke plain() {
    return new Stroke(
        "stroke",
        "b3",
        "u17",
        "17.29.h2.1.2",
        List.of(new Stroke.Point(100, 101), new Stroke.Point(-102, 0)),
        "#1f77b4",
        3,
        "xxx");
  }

  /** That text in every field that has text. */
  static Stroke withText(String text) {
    return new Stroke(text, text, text, text, plain().points(), text, 3, text);
  }

  static Stroke withPoints(Stroke.Point... points) {
    return new Stroke("stroke", "b3", "u17", "1.2.w.3.4", List.of(points), "red", 3, "");
  }

  static Stroke withWidth(int width) {
    return new Stroke("stroke", "b3", "u17", "1.2.w.3.4", List.of(), "red", width, "");
  }

  /** Everything that each codec must keep. */
  static Stream<Stroke> keepable() {
    List<Stroke> strokes = new ArrayList<>();
    strokes.add(plain());
    Stream.of(
            "",
            "Größe äöüß",
            "漢字かな",
            "\ud83d\ude00 and \ud83c\udff3\ufe0f",
            "\"quoted\" \\ / '",
            "\b\f\n\r\t\u0000\u0001\u001f\u007f",
            "\u2028\u2029\ufeff\uffff",
            "<a href='x'>&=</a>",
            "[[1,2]]},{",
            "é".repeat(40_000))
        .map(Strokes::withText)
        .forEach(strokes::add);
    strokes.add(withPoints());
    strokes.add(
        withPoints(
            new Stroke.Point(Integer.MIN_VALUE, Integer.MAX_VALUE),
            new Stroke.Point(Integer.MAX_VALUE, Integer.MIN_VALUE),
            new Stroke.Point(0, -1)));
    IntStream.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE)
        .mapToObj(Strokes::withWidth)
        .forEach(strokes::add);
    return strokes.stream();
  }

  /** What remains of a stroke that is written and read again. */
  static <T, E> Stroke roundTrip(Codec<T, E> codec, Stroke stroke) throws IOException {
    return codec.stroke(codec.read(codec.write(codec.model(stroke))));
  }

  /** The same by UTF-8. */
  static <T> Stroke byteRoundTrip(JsonCodec<T> codec, Stroke stroke) throws IOException {
    return codec.stroke(codec.read(codec.writeBytes(codec.model(stroke))));
  }

  static <T, E> String boardIdOf(Codec<T, E> codec, Stroke stroke) throws IOException {
    return codec.readBoardId(codec.write(codec.model(stroke)));
  }

  static <T> Stroke read(JsonCodec<T> codec, String json) throws IOException {
    return codec.stroke(codec.read(json));
  }

  static <T> Stroke read(JsonCodec<T> codec, byte[] json) throws IOException {
    return codec.stroke(codec.read(json));
  }
}

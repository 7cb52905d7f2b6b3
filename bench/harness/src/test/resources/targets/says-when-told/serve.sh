trap 'echo told to end; told=yes' TERM
"$1" -Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp ../.. org.boardbench.sut.process.SpecimenServer "$2" 200 &
server=$!
while [ -z "$told" ]; do
  wait "$server"
done
sleep 0.3 # in which it may be told again
kill "$server"
wait "$server"

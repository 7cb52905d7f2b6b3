trap '' TERM
sleep 1000 &
"$1" -Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp ../.. org.boardbench.sut.process.SpecimenServer "$2" 200

<%@ page contentType="text/html;charset=UTF-8" session="false" %><!DOCTYPE html>
<html>
<head>
<title>Plain</title>
<link rel="icon" href="data:,">
</head>
<body>
<p>No session here.</p>
</body>
</html>

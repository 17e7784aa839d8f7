<%@ page contentType="text/html;charset=UTF-8" session="false" %><% response.setHeader("Cache-Control", "max-age=600"); %><!DOCTYPE html>
<html>
<head>
<title>Cached</title>
<link rel="icon" href="data:,">
</head>
<body>
<a id="next" href="next.jsp">next</a>
</body>
</html>
